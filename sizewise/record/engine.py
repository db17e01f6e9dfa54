"""Connections to the record's database: how each is made and set up, and how long one waits."""

import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Timer
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from sizewise.ground.written import number
from sizewise.record.unavailable import WrongSetting

PATIENCE = 3.0
"""Seconds that a transaction may take, or wait for a connection, before it is given up."""
_SETTINGS = f"SET statement_timeout = {PATIENCE * 1000:.0f}; SET lock_timeout = 2000"
_LIBPQ = {
    "connect_timeout": 2,
    "keepalives_idle": 30,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": int(PATIENCE * 1000),
}
"""What PostgreSQL's own library is told; the address may say otherwise.

Source: https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-PARAMKEYWORDS
"""
# The address itself may hold a password and is not repeated.
_NO_ADDRESS = (
    "SIZEWISE_DATABASE_URL is not an address of a database that can be used here. "
    "Write sqlite:////path/to/record.db or postgresql+psycopg://user:password@host/name."
)


def read_address(url: str) -> URL:
    """The address that a text holds. Raises RecordUnavailable."""
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise WrongSetting(_NO_ADDRESS) from None
    if address.get_backend_name() != "sqlite" and address.get_driver_name() not in (
        "psycopg",
        "psycopg2",
    ):
        raise WrongSetting(_NO_ADDRESS)
    return address


def file_of(address: URL) -> Path | None:
    """The file that an address names; none when it is a server's. Raises RecordUnavailable."""
    if address.get_backend_name() != "sqlite":
        return None
    if address.database in (None, "", ":memory:"):
        raise WrongSetting(
            "SIZEWISE_DATABASE_URL names no file, so all progress would be lost at the end. "
            "Write sqlite:////path/to/record.db."
        )
    if str(address.database).startswith("file:"):
        raise WrongSetting(_NO_ADDRESS)
    return Path(str(address.database))


def engine_at(address: URL, busy: float, check: Callable[[], None]) -> Engine:
    """An engine that makes connections when they are needed. Raises RecordUnavailable.

    `busy` is how many seconds a write to a file waits for another's; `check` may refuse a new
    connection to a file.
    """
    try:
        if address.get_backend_name() != "sqlite":
            return _to_server(address)
        # Streamlit runs every click in another thread: connections are pooled, not tied to one.
        options = {"timeout": busy, "check_same_thread": False}
        engine = create_engine(address, connect_args=options, pool_timeout=PATIENCE)
    except ModuleNotFoundError as error:
        raise WrongSetting(
            f"SIZEWISE_DATABASE_URL needs the Python package {error.name}, which is not installed. "
            f"Install it with pip install {error.name}, or write sqlite:////path/to/record.db."
        ) from None

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        _set_up(connection, busy)
        check()

    event.listen(engine, "begin", _begin)
    return engine


def _to_server(address: URL) -> Engine:
    told = {name: value for name, value in _LIBPQ.items() if name not in address.query}
    engine = create_engine(address, connect_args=told, pool_timeout=PATIENCE)

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        with closing(connection.cursor()) as cursor:
            cursor.execute(_SETTINGS)
        connection.commit()

    return engine


def connect_file(path: Path, busy: float) -> sqlite3.Connection:
    """A connection of one's own to a file, outside of any pool."""
    connection = sqlite3.connect(path, timeout=busy, check_same_thread=False)
    try:
        _set_up(connection, busy)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: Any, busy: float) -> None:
    # Python's own handling begins no transaction before a table is made; we say BEGIN ourselves.
    connection.isolation_level = None
    # WAL lets readers and one writer work at once. With it, NORMAL would already outlive a killed
    # server; FULL also keeps the last answer through a power cut, for half a millisecond more.
    _use_wal(connection, busy)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten. It must be on from the first row: a page that is split while
    # it is off keeps a copy of rows that moved away, which no deletion finds again.
    connection.execute("PRAGMA secure_delete = ON")
    # A log is written into the file when we say so, and short again after that.
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA journal_size_limit = 0")
    connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # only now log and index are open


def _use_wal(connection: Any, busy: float) -> None:
    """Two programs that make a new file together: SQLite refuses the second without waiting."""
    until = time.monotonic() + busy
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


@contextmanager
def in_time(connection: Connection) -> Iterator[None]:
    """Give up a transaction that takes too long. Raises TimeoutError.

    A server that hangs keeps no timeout of its own, and its system still confirms what it is sent:
    only cutting the line ends the wait. A file needs none of this.
    """
    if connection.dialect.name == "sqlite":
        yield
        return
    late = Event()
    with closing(_line_of(connection)) as line:
        cut = Timer(PATIENCE, _hang_up, [line, late])
        cut.daemon = True
        cut.start()
        try:
            yield
        except DBAPIError as error:
            if late.is_set():
                raise TimeoutError(f"no answer within {number(PATIENCE)} seconds") from error
            raise
        finally:
            cut.cancel()


def _line_of(connection: Connection) -> socket.socket:
    driver: Any = connection.connection.dbapi_connection
    return socket.fromfd(driver.fileno(), socket.AF_INET, socket.SOCK_STREAM)


def _hang_up(line: socket.socket, late: Event) -> None:
    late.set()
    with suppress(OSError):  # the answer came in this very moment
        line.shutdown(socket.SHUT_RDWR)
