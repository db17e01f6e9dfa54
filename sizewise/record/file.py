"""The file of a record in SQLite while it is open: whether it is still there, and still the same.

SQLite does not look: a file that was removed, replaced or overwritten takes every write and loses
it at the end. Its newest facts lie beside it in a log, `record.db-wal`, which it shares with other
programs through an index, `record.db-shm`; the three belong together.
"""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from sizewise.record.unavailable import IN_USE, WAIT, Trouble

LONGEST_LOG = 4_000_000
"""Bytes of the log from which on it is written into the file: about a thousand pages, as many as
SQLite itself waits for.
"""
_NO_WAIT, _WAIT = 50, 2000
"""Milliseconds in which whoever reads what a log holds may come to an end, before it is emptied:
while everybody else waits, and before the file is left.
"""
_MOVED = Trouble(
    "was moved or removed while Sizewise was running",
    "Put it back. To begin a new one, remove the files beside it that end in -wal and -shm, and "
    "start Sizewise again",
    safe=False,
)
_EMPTIED = Trouble(
    "is empty, and it was not before",
    "Put a backup in its place. To begin a new one, stop Sizewise, and remove the file with those "
    "beside it that end in -wal and -shm",
    safe=False,
)
_REPLACED = Trouble(
    "was replaced in this very moment, and what you just did is not in it", WAIT, safe=False
)
_OVERWRITTEN = Trouble(
    "was overwritten while Sizewise was running, and is damaged now",
    "Remove the files beside it that end in -wal and -shm, then put a backup in its place",
    safe=False,
)
_Number = tuple[int, int] | None
"""The disk and the number of a file on it. A number is not given again while the file is open."""


class Sight(NamedTuple):
    """What the disk tells of a record's three files."""

    file: _Number
    log: _Number
    shared: _Number
    """The index of the log."""
    size: int
    changed: int
    """When the file was written last, in nanoseconds. Only a checkpoint does that."""

    @property
    def numbers(self) -> tuple[_Number, _Number, _Number]:
        """Which files they are, whatever is in them."""
        return self[:3]


class RecordFile:
    """An open file. A connection of its own keeps its number taken and its log in its place."""

    def __init__(
        self, path: Path, connect: Callable[[Path], sqlite3.Connection], *, fresh: bool
    ) -> None:
        """Open it; a fresh one may be empty. Raises RecordUnavailable."""
        self._path, self._place, self._connect = str(path), f"The record {path}", connect
        self._true = Path(os.path.realpath(path))  # SQLite puts log and index where a link leads
        self._log, self._index = f"{self._true}-wal", f"{self._true}-shm"
        self._refuse_lost(self._look(), fresh=fresh and not _size(self._log))
        self._share_rights()
        self._keeper = connect(self._true)
        self._seen = self._look()

    def _share_rights(self) -> None:
        """SQLite makes log and index with the rights of the file; those may be wider by now."""
        rights = stat.S_IMODE(os.stat(self._true).st_mode)  # noqa: PTH116
        for path in (self._log, self._index):
            with suppress(OSError):  # not there, or another's
                os.chmod(path, rights)  # noqa: PTH101

    def same(self) -> bool:
        """Whether nobody else has written the file, or put another in its place."""
        return self._look() == self._seen

    def confirm(self) -> None:
        """See that what was just written is in the file at its place. Raises RecordUnavailable."""
        now = self._look()
        if now.numbers != self._seen.numbers or not now.size:
            raise _REPLACED.at(self._place)

    def shorten_log(self) -> None:
        """Write a long log into the file: only here, so that all other changes are somebody's."""
        if _size(self._log) > LONGEST_LOG:
            with suppress(sqlite3.Error):  # the log is as safe as the file, and the next may do it
                self._keeper.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            self._seen = self._look()

    def empty_log(self, *, patient: bool = False) -> bool:
        """Write the log into the file and cut it to nothing: until then it still tells what was
        deleted. Whether that is done; not while somebody reads what was there before.
        """
        if not self.same():
            return False
        with suppress(sqlite3.Error):
            done = self._truncated(_WAIT if patient else _NO_WAIT)
            now = self._look()
            if now.numbers == self._seen.numbers:
                self._seen = now
            return done
        return False

    def part(self) -> None:
        """Settle what the log still holds, before everybody closes what is no longer the record.

        Raises RecordUnavailable when nothing whole is in its place; then it stays open.
        """
        now, seen = self._look(), self._seen
        self._refuse_lost(now)
        written = (now.size, now.changed) != (seen.size, seen.changed)
        if now.file != seen.file:
            self._leave_behind(now)
        elif now.numbers == seen.numbers:
            if written:
                self._see_whole()
        elif written:  # a copy over the file, and its log removed: the copy is meant
            self._forget_log()
        else:
            self._empty_log()

    def close(self) -> None:
        """Close it, after all other connections."""
        self._keeper.close()

    def _refuse_lost(self, now: Sight, *, fresh: bool = False) -> None:
        if not now.file:
            raise _MOVED.at(self._place)
        if not now.size and not fresh:
            raise _EMPTIED.at(self._place)

    def _leave_behind(self, now: Sight) -> None:
        """Make the old file whole, wherever it is, and take its log away from beside the new."""
        if _number(self._true) == self._seen.file:  # the address leads elsewhere: it may stay
            return
        if now.log != self._seen.log:
            with suppress(sqlite3.Error):  # its disk may be gone too
                self._empty_log()
            return
        self._empty_log()
        for path, old in ((self._log, self._seen.log), (self._index, self._seen.shared)):
            if old and _number(path) == old:
                os.unlink(path)  # noqa: PTH108  # a name, not a path

    def _empty_log(self) -> None:
        if not self._truncated(_WAIT):
            raise IN_USE.at(self._place)

    def _truncated(self, wait: int) -> bool:
        self._keeper.execute(f"PRAGMA busy_timeout = {wait}")
        busy, *_ = self._keeper.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _forget_log(self) -> None:
        """Or SQLite would write it over the copy when the last connection closes."""
        with suppress(OSError):  # where open files have no names, none can be removed either
            for name in os.listdir("/dev/fd"):  # noqa: PTH208
                with suppress(OSError):
                    if _numbered(os.fstat(int(name))) == self._seen.log:
                        os.ftruncate(int(name), 0)

    def _see_whole(self) -> None:
        """Another program wrote the file: a checkpoint of its own, or a copy over the record."""
        try:
            with closing(self._connect(self._true)) as fresh:
                whole = fresh.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                raise
            whole = False
        if not whole:
            raise _OVERWRITTEN.at(self._place)

    def _look(self) -> Sight:
        found = _status(self._path)
        size, changed = (found.st_size, found.st_mtime_ns) if found else (0, 0)
        file = _numbered(found) if found else None
        return Sight(file, _number(self._log), _number(self._index), size, changed)


def _status(path: str | Path) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116  # a third of the time, at every press
    except (FileNotFoundError, NotADirectoryError):
        return None


def _numbered(found: os.stat_result) -> _Number:
    return found.st_dev, found.st_ino


def _number(path: str | Path) -> _Number:
    found = _status(path)
    return _numbered(found) if found else None


def _size(path: str) -> int:
    found = _status(path)
    return found.st_size if found else 0
