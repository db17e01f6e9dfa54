"""How fast anybody may try resume codes."""

from collections import Counter, deque
from collections.abc import Callable
from threading import Lock

from sizewise.record.unavailable import RecordUnavailable

OF_ALL = 300
"""Codes that the server takes in a minute from everybody together."""
OF_ONE = 10
"""Codes that it takes in a minute from one browser."""
_MINUTE = 60.0


class TooManyGuesses(RecordUnavailable):
    """Too many resume codes were tried: wait a minute."""


class Guesses:
    """The tries of the last minute, right or wrong, kept in memory."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tries: deque[tuple[float, str]] = deque()
        self._lock = Lock()

    def count(self, browser: str) -> None:
        """Count a try before it is looked at. Raises TooManyGuesses when the minute is full."""
        with self._lock:
            self._forget_old()
            own = Counter(who for _, who in self._tries)[browser]
            if own >= OF_ONE or len(self._tries) >= OF_ALL:
                raise TooManyGuesses("Too many codes were tried. Wait a minute, then try again.")
            self._tries.append((self._clock(), browser))

    def _forget_old(self) -> None:
        while self._tries and self._tries[0][0] <= self._clock() - _MINUTE:
            self._tries.popleft()
