"""Opening the database: where it lies, how it is set up, how its schema is kept up to date."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from sizewise.record.unavailable import RecordUnavailable, speaking

SCHEMA = "0002"
"""The newest migration: the schema this code works with."""
BUSY_SECONDS = 2.0
"""How long a write waits for another program to finish its own."""
_POSTGRES_LOCK = 0x51_2E_35
"""Any number that all Sizewise processes share: who holds it may migrate."""


@dataclass(frozen=True)
class Database:
    """A database with the newest schema, and the words that name it on screen."""

    engine: Engine
    file: Path | None
    """Its file; none when it is a server's."""
    place: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads. Raises RecordUnavailable."""
        self._see_file()
        with speaking(self.place), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write: all of it happens, or nothing. Raises RecordUnavailable."""
        self._see_file()
        with speaking(self.place), self._writer.begin() as connection:
            yield connection

    def _see_file(self) -> None:
        """A removed file that is open still takes all that is written, and loses it at the end."""
        if self.file and not self.file.exists():
            raise RecordUnavailable(
                f"{self.place} was moved or removed while Sizewise was running. Put it back, or "
                "start Sizewise again to begin a new one."
            )

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(writes=True)


def default_url() -> str:
    """SIZEWISE_DATABASE_URL, else a file in the user's data folder."""
    return os.environ.get("SIZEWISE_DATABASE_URL") or f"sqlite:///{_data_folder() / 'record.db'}"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home(), "Sizewise")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Sizewise"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "sizewise")


def connect(url: str) -> Database:
    """The database at that address, brought to the newest schema. Raises RecordUnavailable.

    A current schema costs one look; Alembic is imported only when there is something to do.
    """
    address = _address(url)
    file = _file(address)
    place = f"The record {file}" if file else "The record's database"
    with speaking(place):
        if file:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not file.exists():
                file.touch(mode=0o600)
        database = Database(_engine(address), file, place)
        try:
            _bring_up_to_date(database)
        except BaseException:
            database.engine.dispose()  # whoever tries again makes connections of their own
            raise
    return database


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise RecordUnavailable(_NO_ADDRESS) from None
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise RecordUnavailable(_NO_ADDRESS)
    return address


# The address itself may hold a password and is not repeated.
_NO_ADDRESS = (
    "SIZEWISE_DATABASE_URL is not an address of a database that can be used here. "
    "Write sqlite:////path/to/record.db or postgresql+psycopg://user:password@host/name."
)


def _file(address: URL) -> Path | None:
    if address.get_backend_name() != "sqlite":
        return None
    if address.database in (None, "", ":memory:"):
        raise RecordUnavailable(
            "SIZEWISE_DATABASE_URL names no file, so all progress would be lost at the end. "
            "Write sqlite:////path/to/record.db."
        )
    return Path(str(address.database))


def _engine(address: URL) -> Engine:
    try:
        if address.get_backend_name() != "sqlite":
            return create_engine(address, pool_pre_ping=True)
        # Streamlit runs every click in another thread: connections are pooled, not tied to one.
        options = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(address, connect_args=options)
    except ModuleNotFoundError as error:
        raise RecordUnavailable(
            f"SIZEWISE_DATABASE_URL needs the Python package {error.name}, which is not installed. "
            f"Install it with pip install {error.name}, or write sqlite:////path/to/record.db."
        ) from None
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # Python's own handling begins no transaction before a table is made; we say BEGIN ourselves.
    connection.isolation_level = None
    # WAL lets readers and one writer work at once. With it, NORMAL would already outlive a killed
    # server; FULL also keeps the last answer through a power cut, for half a millisecond more.
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: Any) -> None:
    """Two programs that make a new file together: SQLite refuses the second without waiting."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _begin(connection: Connection) -> None:
    # A write takes its lock at once: a transaction that reads first and writes later is refused
    # without waiting when somebody else wrote in between.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")


def _bring_up_to_date(database: Database) -> None:
    with database.reading() as connection:
        found = _schema(connection)
    if found is None or found < SCHEMA:
        _migrate(database)
    elif found > SCHEMA:
        raise RecordUnavailable(
            f"{database.place} belongs to a newer Sizewise: its schema is {found}, this one knows "
            f"{SCHEMA}. Install the newer one, or set SIZEWISE_DATABASE_URL to another file."
        )


def _schema(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _migrate(database: Database) -> None:
    # Imported here: Alembic takes half a second to import, and a current database never needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    # The lock comes first: a second process waits for it, then finds nothing left to do.
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
