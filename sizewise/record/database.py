"""Opening the database: where it lies, how it is set up, and what its errors mean to a learner."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

SCHEMA = "0001"
"""The newest migration: the schema this code works with."""
BUSY_SECONDS = 2.0
"""How long a write waits for another program to finish its own."""


class RecordUnavailable(RuntimeError):
    """The record cannot be read or written now. The message is meant for the learner."""


def default_url() -> str:
    """SIZEWISE_DATABASE_URL, else a file in the user's data folder."""
    return os.environ.get("SIZEWISE_DATABASE_URL") or f"sqlite:///{_data_folder() / 'record.db'}"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home(), "Sizewise")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Sizewise"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "sizewise")


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; none for any other, or one in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def connect(url: str) -> Engine:
    """An engine whose database has the newest schema. Raises RecordUnavailable."""
    with speaking(url):
        _make_folder(url)
        engine = _engine(url, "DEFERRED")
        with engine.connect() as connection:
            found = _schema(connection)
        if found is None or found < SCHEMA:
            _migrate(url)
        elif found > SCHEMA:
            raise RecordUnavailable(
                f"{_place(url)} belongs to a newer Sizewise: its schema is {found}, this one knows "
                f"{SCHEMA}. Install the newer one, or set SIZEWISE_DATABASE_URL to another file."
            )
        return engine


def _make_folder(url: str) -> None:
    file = file_of(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)


def _engine(url: str, begin: Literal["DEFERRED", "IMMEDIATE"]) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # Python's own handling begins no transaction before DDL; we say BEGIN ourselves.
        connection.isolation_level = None
        # WAL lets readers and a writer work at once; FULL keeps an answer through a power cut.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {begin}")

    return engine


def _schema(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _migrate(url: str) -> None:
    # Imported here: Alembic takes half a second to import, and a current database never needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = _engine(url, "IMMEDIATE")
    # BEGIN IMMEDIATE takes SQLite's write lock first, so a second process waits and finds it done.
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()


@contextmanager
def speaking(url: str) -> Iterator[None]:
    """Turn the database's errors into sentences with a way out."""
    try:
        yield
    except (NoSuchModuleError, ModuleNotFoundError, ArgumentError) as error:
        raise RecordUnavailable(
            f"SIZEWISE_DATABASE_URL cannot be used ({error}). "
            "Write sqlite:////path/to/record.db, or install the driver it names."
        ) from error
    except DBAPIError as error:
        raise RecordUnavailable(_sentence(url, str(error.orig))) from error
    except (OSError, SQLAlchemyError) as error:
        raise RecordUnavailable(_sentence(url, str(error))) from error


_SENTENCES = (
    (("locked", "busy"), "is in use by another program. Wait a moment, then try again"),
    (("full", "no space"), "has no room left on its disk. Free some space, then try again"),
    (
        ("readonly", "read-only", "unable to open", "permission", "not a directory"),
        "cannot be written. Allow writing there, or set SIZEWISE_DATABASE_URL to another file",
    ),
    (
        ("malformed", "not a database", "corrupt"),
        "is damaged. Put a backup in its place, or move it away to begin a new one",
    ),
)


def _sentence(url: str, reason: str) -> str:
    for words, sentence in _SENTENCES:
        if any(word in reason.lower() for word in words):
            return f"{_place(url)} {sentence}. Nothing that was saved is lost."
    return (
        f"{_place(url)} cannot be used: {reason.splitlines()[0] if reason else 'no reason given'}"
    )


def _place(url: str) -> str:
    file = file_of(url)
    return f"The record {file}" if file else "The record's database"
