"""Which state of the content files is the newest: told by looks at the folders, not by reading."""

import os
from collections.abc import Callable, Hashable, Iterator
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

R = TypeVar("R")

MOST = 4
"""Things that one maker keeps, such as the library on a day; the oldest goes first."""
FOLDERS = ("content", "quizzes")
"""Below the root; all content stands there."""


class _Shelf:
    """What one maker has made, by what it was made of."""

    def __init__(self) -> None:
        self.made: dict[Hashable, Any] = {}
        self.making = RLock()


class Edition:
    """The state of the content files that is shown. It has a number; another state, another one.

    It keeps what was made of it for everybody, and forgets that with the state.
    """

    def __init__(self, root: Path) -> None:
        self.number = 0
        self._shelves: dict[Hashable, _Shelf] = {}
        self._stamp = stamp(root)
        self._looked = float("-inf")

    def catch_up(self, root: Path, at: float, every: float = 0.0) -> None:
        """Look whether a file has changed, unless somebody did so less than `every` seconds ago.

        `at` is the time in seconds, by any clock that only goes forward.
        """
        if at - self._looked < every:
            return
        self._looked = at
        now = stamp(root)
        if now != self._stamp:
            self._stamp = now
            self.number += 1
            self._shelves = {}

    def kept(self, maker: Hashable, of: Hashable, make: Callable[[], R]) -> R:
        """What a maker made of something: made once, also when several ask at the same moment."""
        shelf = self._shelves.setdefault(maker, _Shelf())
        if of in (made := shelf.made):  # never changed, but replaced
            return made[of]  # type: ignore[no-any-return]
        with shelf.making:
            if of not in shelf.made:
                shelf.made = dict([*shelf.made.items(), (of, make())][-MOST:])
            return shelf.made[of]  # type: ignore[no-any-return]


def stamp(root: Path) -> str:
    """A text that changes when a content file changes, comes, goes or gets another name."""
    found = sha256()
    for folder in FOLDERS:
        for line in sorted(_states(str(root / folder))):
            found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _states(folder: str) -> Iterator[str]:
    """A line for each file: its path, when it was written, and its size."""
    try:
        there = [each for each in os.scandir(folder) if not each.name.startswith(".")]
    except OSError:  # gone since somebody named it
        return
    for each in there:
        try:
            if each.is_dir():
                yield from _states(each.path)
            else:
                state = each.stat()
                yield f"{each.path}|{state.st_mtime_ns}|{state.st_size}\n"
        except OSError:  # an editor's file that was there for a moment only
            continue
