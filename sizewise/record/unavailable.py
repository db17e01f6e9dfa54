"""What the database's errors mean to a learner: a plain sentence that names the way out."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sizewise.plain import Plain

_IN_USE = "is in use by another program. Wait a moment, then try again"
_FULL = "has no room left on its disk. Free some space, then try again"
_UNWRITABLE = "cannot be written. Allow writing there, or set SIZEWISE_DATABASE_URL to another file"
_DAMAGED = (
    "is damaged, and cannot be read. Stop Sizewise, then put a backup in its place, or move it "
    "away to begin a new one"
)
_BAD_DISK = "cannot be used, because its disk reports an error. Look at the disk, then try again"

_SQLITE: Mapping[str, str] = {
    "SQLITE_BUSY": _IN_USE,
    "SQLITE_LOCKED": _IN_USE,
    "SQLITE_PROTOCOL": _IN_USE,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _UNWRITABLE,
    "SQLITE_CANTOPEN": _UNWRITABLE,
    "SQLITE_PERM": _UNWRITABLE,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_IOERR": _BAD_DISK,
}
"""By the first two words of SQLite's name for the error: SQLITE_READONLY_DIRECTORY is read-only."""


class RecordUnavailable(Plain, RuntimeError):
    """The record cannot be read or written now. The message is meant for the learner."""


@contextmanager
def speaking(place: str) -> Iterator[None]:
    """Turn the errors of the database at that place into RecordUnavailable."""
    try:
        yield
    except DBAPIError as error:
        raise RecordUnavailable(_told(place, error.orig or error)) from error
    except (sqlite3.Error, SQLAlchemyError, OSError) as error:
        # SQLAlchemy does not wrap what goes wrong while a new connection is set up.
        raise RecordUnavailable(_told(place, error)) from error


def _told(place: str, error: BaseException) -> str:
    sentence = _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_system(error)
    if sentence is None:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        sentence = (
            f"cannot be used now: {reason}. Try again; if that does not help, ask who runs it"
        )
    promise = "" if sentence == _DAMAGED else " Nothing that was saved before is lost."
    return f"{place} {sentence}.{promise}"


def _of_sqlite(error: sqlite3.Error) -> str | None:
    name = getattr(error, "sqlite_errorname", "")
    return _SQLITE.get("_".join(name.split("_")[:2]))


def _of_system(error: BaseException) -> str | None:
    if not isinstance(error, OSError):
        return None
    return _FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else _UNWRITABLE
