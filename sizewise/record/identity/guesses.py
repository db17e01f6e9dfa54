"""How fast anybody may try resume codes.

Each process counts for itself: with four processes, four times as many tries are possible.
"""

from collections import Counter, deque
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from sizewise.record.unavailable import RecordUnavailable

OF_ONE = 10
"""Wrong codes that a minute takes from one browser."""
OF_ADDRESS = 60
"""Wrong codes that a minute takes at once from one network address; further ones wait."""
SLOW = 2.0
"""Seconds that each further one waits. A school shares an address, so nobody is turned away."""
OF_ALL = 20_000
"""Wrong codes that a minute takes from everybody together; the limit of memory, too."""
_MINUTE = 60.0


class TooManyGuesses(RecordUnavailable):
    """Too many resume codes were tried: wait a minute."""


class CodeGuess(NamedTuple):
    """One code tried: when, by which browser, from which address."""

    at: float
    browser: str
    address: str


class Guesses:
    """The wrong guesses of the last minute, kept in memory. Clock and pause are in seconds."""

    def __init__(self, clock: Callable[[], float], pause: Callable[[float], None]) -> None:
        self._clock = clock
        self._pause = pause
        self._tries: deque[CodeGuess] = deque()
        self._counts: Counter[str] = Counter()  # of browsers and addresses, which differ in form
        self._lock = Lock()

    def count(self, browser: str, address: str) -> CodeGuess:
        """Count a guess before it is looked at. Raises TooManyGuesses when the minute is full.

        Whoever takes a new cookie for each guess is a new browser each time, and the same address:
        there a guess waits, wrong or right, before anybody learns what it is.
        """
        with self._lock:
            self._forget_old()
            if self._counts[browser] >= OF_ONE or len(self._tries) >= OF_ALL:
                raise TooManyGuesses("Too many codes were tried. Wait a minute, then try again.")
            guess = CodeGuess(self._clock(), browser, address)
            self._tries.append(guess)
            self._counts.update(guess[1:])
            crowded = self._counts[address] > OF_ADDRESS
        if crowded:
            self._pause(SLOW)
        return guess

    def forgive(self, guess: CodeGuess) -> None:
        """Take a guess off the count: it was right."""
        with self._lock:
            if guess in self._tries:
                self._tries.remove(guess)
                self._uncount(guess)

    def _forget_old(self) -> None:
        while self._tries and self._tries[0].at <= self._clock() - _MINUTE:
            self._uncount(self._tries.popleft())

    def _uncount(self, guess: CodeGuess) -> None:
        for who in guess[1:]:
            self._counts[who] -= 1
            if not self._counts[who]:
                del self._counts[who]
