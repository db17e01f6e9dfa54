"""What the database's errors mean: a sentence for whoever runs Sizewise, and one for learners."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import exc

from sizewise.ground.plain import Plain

WAIT = "Wait a moment, then try again"
_ASK = f"{WAIT}; if that does not help, tell whoever runs this server"
_PLAIN = f"The record of your progress cannot be used now. {_ASK}."


@dataclass(frozen=True)
class Trouble:
    """A way in which a record fails."""

    what: str
    """What is wrong, in words that follow the record's name; no file, no host and no SQL."""
    way: str
    """The way out, for whoever runs Sizewise."""
    detail: str = ""
    """What else only they should read."""
    passing: bool = False
    """Whether waiting helps; then open connections stay good."""
    safe: bool = True
    """Whether everything that was saved is still there."""

    def at(self, place: str) -> "RecordUnavailable":
        """What to raise when the record at that place fails so."""
        promise = " Nothing that was saved before is lost." if self.safe else ""
        detail = f": {self.detail}" if self.detail else ""
        return RecordUnavailable(
            f"{place} {self.what}{detail}. {self.way}.{promise}",
            f"The record of your progress {self.what}. {WAIT if self.passing else _ASK}.{promise}",
            self.passing,
        )


class RecordUnavailable(Plain, RuntimeError):
    """The record cannot be read or written now.

    Its text may be for whoever runs Sizewise, on a machine of their own the learner: it names the
    place and the way out. Then `plain` is for others.
    """

    def __init__(self, text: str, plain: str = "", passing: bool = False) -> None:
        super().__init__(text)
        self.plain = plain or text
        """For the learners of a shared server: it names no file, no host and no setting."""
        self.passing = passing
        """Whether waiting helps."""


class WrongSetting(RecordUnavailable):
    """What only whoever runs the server can mend, and should read."""

    def __init__(self, text: str) -> None:
        super().__init__(text, _PLAIN)


class AttemptGone(RecordUnavailable):
    """A fact belongs to an attempt that the record does not hold, or not any more."""


IN_USE = Trouble("is in use by another program", WAIT, passing=True)
_SILENT = Trouble("does not answer", f"{WAIT}; look whether it is running")
_CROWDED = Trouble("takes no more connections just now", WAIT)
_FULL = Trouble("has no room left on its disk", "Free some space, then try again")
_UNWRITABLE = Trouble(
    "cannot be written", "Allow writing there, or set SIZEWISE_DATABASE_URL to another file"
)
_DAMAGED = Trouble(
    "is damaged, and cannot be read",
    "Stop Sizewise, then put a backup in its place, or move it away to begin a new one",
    safe=False,
)
_BAD_DISK = Trouble(
    "cannot be used, because its disk reports an error", "Look at the disk, then try again"
)
_LOCKED_OUT = Trouble(
    "lets nobody in", "Look at the user, the password and the name in SIZEWISE_DATABASE_URL"
)

_SQLITE: Mapping[str, Trouble] = {
    "SQLITE_BUSY": IN_USE,
    "SQLITE_LOCKED": IN_USE,
    "SQLITE_PROTOCOL": IN_USE,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _UNWRITABLE,
    "SQLITE_CANTOPEN": _UNWRITABLE,
    "SQLITE_PERM": _UNWRITABLE,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_IOERR": _BAD_DISK,
}
"""By the first two words of SQLite's name for the error: SQLITE_READONLY_DIRECTORY is read-only."""
_POSTGRES: Mapping[str, Trouble] = {
    "25006": _UNWRITABLE,
    "42501": _UNWRITABLE,
    "53100": _FULL,
    "55P03": IN_USE,
    "57014": IN_USE,
    "08": _SILENT,
    "28": _LOCKED_OUT,
    "3D": _LOCKED_OUT,
    "40": IN_USE,
    "53": _CROWDED,
    "57": _SILENT,
    "58": _BAD_DISK,
    "XX": _DAMAGED,
}
"""By SQLSTATE, or by its first two characters, the class.

Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
"""
_NO_PARENT = ("SQLITE_CONSTRAINT_FOREIGNKEY", "23503")


@contextmanager
def speaking(place: str) -> Iterator[None]:
    """Turn the errors of the database at that place into RecordUnavailable."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _meaning(place, error.orig or error) from error
    except (sqlite3.Error, exc.SQLAlchemyError, OSError) as error:
        # SQLAlchemy does not wrap what goes wrong while a new connection is set up.
        raise _meaning(place, error) from error


def _meaning(place: str, error: BaseException) -> RecordUnavailable:
    if _code(error) in _NO_PARENT:
        return AttemptGone(
            f"{place} does not hold the attempt that this belongs to. Was an older copy put in "
            "its place?",
            "This attempt is not in the record any more.",
            passing=True,
        )
    return (trouble_of(error) or _unknown(error)).at(place)


def trouble_of(error: BaseException) -> Trouble | None:
    """The way of failing that an error of the driver or the system stands for; none if unknown."""
    code = _code(error)
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get("_".join(code.split("_")[:2]))
    if isinstance(error, TimeoutError):
        return _SILENT
    if isinstance(error, exc.TimeoutError):  # every connection of the pool is taken
        return _CROWDED
    if isinstance(error, OSError):
        return _FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else _UNWRITABLE
    if hasattr(error, "sqlstate") or hasattr(error, "pgcode"):  # without a code no server spoke
        return _POSTGRES.get(code) or _POSTGRES.get(code[:2]) if code else _SILENT
    return None


def held_by_another(error: BaseException) -> bool:
    """Whether another program holds the record, so that nobody can write now."""
    return trouble_of(getattr(error, "orig", error)) is IN_USE


def _code(error: BaseException) -> str:
    """The database's name for an error: SQLite's, or PostgreSQL's SQLSTATE from either driver."""
    names = ("sqlite_errorname", "sqlstate", "pgcode")
    return next((code for name in names if (code := getattr(error, name, None))), "")


def _unknown(error: BaseException) -> Trouble:
    reason = (str(error) or type(error).__name__).splitlines()[0]
    way = "Try again; if that does not help, ask who runs it"
    return Trouble("cannot be used now", way, detail=reason)
