"""Who waits for the local model: served in the order they came, each told their place."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

MOST = 60
"""Who may stand in the line at once: the last of a class of thirty with two tabs each."""


class Crowded(Exception):
    """The line is full."""


class PlaceInLine:
    """A place in the line."""

    def __init__(self, line: "Line") -> None:
        self._line = line

    @property
    def place(self) -> int:
        """How many go before, and this one: 1 is the next; 0 when it is this one's turn."""
        return self._line.place_of(self)

    def moved(self, place: int, seconds: float) -> int:
        """The place, as soon as it is another one than that; the same after so many seconds."""
        return self._line.moved(self, place, seconds)


class Line:
    """A line before some desks."""

    def __init__(self, desks: int = 1, most: int = MOST) -> None:
        self._desks = desks
        self._most = most
        self._turns: list[PlaceInLine] = []
        self._changed = threading.Condition()

    @contextmanager
    def turn(self) -> Iterator[PlaceInLine]:
        """Stand in the line; leaving it, served or not, moves everybody behind. Raises Crowded."""
        turn = PlaceInLine(self)
        with self._changed:
            if len(self._turns) >= self._most + self._desks:
                raise Crowded
            self._turns.append(turn)
        try:
            yield turn
        finally:
            with self._changed:
                self._turns.remove(turn)
                self._changed.notify_all()

    def place_of(self, turn: PlaceInLine) -> int:
        """Where that turn stands."""
        with self._changed:
            return self._place(turn)

    def moved(self, turn: PlaceInLine, place: int, seconds: float) -> int:
        """Wait until that turn stands elsewhere, or for so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._place(turn) != place, seconds)
            return self._place(turn)

    def _place(self, turn: PlaceInLine) -> int:
        return max(0, self._turns.index(turn) + 1 - self._desks)
