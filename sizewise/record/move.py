"""A whole record moved into another database: all of it is proved to be there, or nothing is.

Tables, their order and their columns are those of the schema, so that a table which is new there is
moved too.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Integer,
    Row,
    Table,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError

from sizewise.ground.written import number_of
from sizewise.record import tables
from sizewise.record.database import Database
from sizewise.record.schema import SCHEMA, at_leisure, found_schema
from sizewise.record.unavailable import WrongSetting, held_by_another, speaking, trouble_of

_BATCH = 1000
"""Rows that are read and written at once."""
_ALL = tables.metadata.sorted_tables
"""Every table, and before it those that it refers to."""
_NOTE = "alembic_version"
_AGAIN = "Nothing was moved."


class NotMoved(RuntimeError):
    """Nothing was moved; the message says why, and what to do, to whoever runs Sizewise."""


class TableDigest(NamedTuple):
    """How much a table holds: two with the same rows, in any order, have the same."""

    rows: int
    digest: str
    """The sum of the SHA-256 of each row, in hexadecimal."""


class MovedRecord(NamedTuple):
    """What was moved, and found on both sides."""

    tallies: Mapping[str, TableDigest]
    """By table."""
    strange: tuple[str, ...]
    """Tables beside the record that are not Sizewise's, and stayed where they are."""
    file: Path | None
    """The file that the record was in; none when it was in a server's database."""
    open_elsewhere: bool
    """Whether another program has that file open, such as a server that was not stopped."""


def move(source: str, target: str) -> MovedRecord:
    """Copy every row of the record at one address into the empty database at another.

    The source is read in one snapshot and never changed. The target is written in one transaction,
    and read back. It stands only if nobody has written to the source meanwhile. Raises NotMoved and
    RecordUnavailable; then the target is empty.
    """
    old, new = _ends(source, target)
    try:
        with _read_in(old) as reading:
            _expect_empty(new)
            new.open()
            strange, tallies = _strange(reading), _written(old, reading, new)
    finally:
        old.close()
        new.close()
    return MovedRecord(tallies, strange, old.file, bool(old.file and _open_elsewhere(old.file)))


# From where, and where to


def _ends(source: str, target: str) -> tuple[Database, Database]:
    old, new = _database(source, "The first address"), _database(target, "The second address")
    if _same(old.engine.url, new.engine.url):
        raise NotMoved(f"Both addresses lead to one database. Name an empty one second. {_AGAIN}")
    if old.file and not old.file.is_file():
        raise NotMoved(f"There is no file {old.file}. {_AGAIN}")
    return old, new


def _database(url: str, which: str) -> Database:
    try:
        return Database(url)
    except WrongSetting as wrong:
        raise NotMoved(str(wrong).replace("SIZEWISE_DATABASE_URL", which)) from None


def _same(one: URL, other: URL) -> bool:
    if one.get_backend_name() != other.get_backend_name():
        return False
    if one.get_backend_name() == "sqlite":
        return Path(str(one.database)).resolve() == Path(str(other.database)).resolve()
    return _where(one) == _where(other)


def _where(server: URL) -> tuple[Any, ...]:
    return server.host, server.port or 5432, server.database, server.query.get("host")


def _expect_empty(new: Database) -> None:
    """Before anything is made there. Raises NotMoved."""
    if new.file and not new.file.exists():
        return
    with speaking(new.place), new.engine.connect() as connection:
        if strange := _strange(connection):
            raise NotMoved(
                f"The second database holds the table {strange[0]}, which is not of Sizewise. "
                f"Name an empty one. {_AGAIN}"
            )
        there = set(inspect(connection).get_table_names())
        _expect_no_rows(connection, [table for table in _ALL if table.name in there])


def _expect_no_rows(connection: Connection, there: Iterable[Table]) -> None:
    for table in there:
        count = connection.scalar(select(func.count()).select_from(table))
        if count:
            raise NotMoved(
                f"The second database holds a record already: {number_of(count, 'row')} in the "
                f"table {table.name}. Name an empty one. {_AGAIN}"
            )


def _strange(connection: Connection) -> tuple[str, ...]:
    names = set(inspect(connection).get_table_names())
    return tuple(sorted(names - tables.metadata.tables.keys() - {_NOTE}))


def _open_elsewhere(file: Path) -> bool:
    """Each connection to a file that has a log holds a lock on it, also while it does nothing."""
    with closing(sqlite3.connect(file, timeout=0)) as alone:
        alone.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            alone.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            return held_by_another(error)
    return False


# Reading


@contextmanager
def _read_in(old: Database) -> Iterator[Connection]:
    """One snapshot of a record with the newest schema, whatever is written meanwhile."""
    with speaking(old.place), old.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        at_leisure(connection)
        _expect_newest(found_schema(connection, old.place), old)
        yield connection


def _expect_newest(found: str | None, old: Database) -> None:
    if found is None:
        raise NotMoved(f"{old.place} holds nothing that Sizewise has written. {_AGAIN}")
    if found < SCHEMA:
        raise NotMoved(
            f"{old.place} is of an older Sizewise: its schema is {found}, and this one writes "
            f"{SCHEMA}. Start Sizewise once with it, stop it, and move it then. {_AGAIN}"
        )
    if found > SCHEMA:
        raise NotMoved(
            f"{old.place} is of a newer Sizewise: its schema is {found}, and this one knows "
            f"{SCHEMA}. Move it with the newer one. {_AGAIN}"
        )


@contextmanager
def _nobody_writes(old: Database) -> Iterator[Connection]:
    """The record as it is now, while everybody who would write to it waits."""
    engine: Engine = old.engine.execution_options(writes=True)
    with speaking(old.place), engine.begin() as connection:
        _lock(connection, "SHARE")
        yield connection


def _lock(connection: Connection, how: str) -> None:
    """In SQLite whoever may write holds the lock from the beginning."""
    if connection.dialect.name == "postgresql":
        at_leisure(connection)
        names = ", ".join(connection.dialect.identifier_preparer.format_table(t) for t in _ALL)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN {how} MODE")


def _rows(place: str, connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    order = [table.c.arrival] if "arrival" in table.c else list(table.primary_key)
    wanted = select(table).order_by(*order).execution_options(yield_per=_BATCH)
    with speaking(place):
        yield from connection.execute(wanted).partitions()


def _tally(rows: Iterable[Sequence[Row[Any]]]) -> TableDigest:
    count, total = 0, 0
    for batch in rows:
        count += len(batch)
        total += sum(int.from_bytes(sha256(repr(tuple(row)).encode()).digest()) for row in batch)
    return TableDigest(count, (total % 2**256).to_bytes(32).hex())


# Writing


def _written(old: Database, reading: Connection, new: Database) -> dict[str, TableDigest]:
    """Every table copied, read back, and held against the source as it is then. Raises NotMoved."""
    with (
        ExitStack() as until_it_stands,
        speaking(new.place),
        new.engine.execution_options(writes=True).begin() as writing,
    ):
        _lock(writing, "EXCLUSIVE")
        _expect_no_rows(writing, _ALL)
        tallies = {
            table.name: _tally(_copied(_rows(old.place, reading, table), writing, table))
            for table in _ALL
        }
        for table in _ALL:
            _expect_all(table, tallies[table.name], _tally(_rows(new.place, writing, table)))
        _go_on_counting(writing)
        reading.rollback()
        now = until_it_stands.enter_context(_nobody_writes(old))
        for table in _ALL:
            _expect_unchanged(tallies[table.name], _tally(_rows(old.place, now, table)))
    return tallies


def _copied(
    rows: Iterable[Sequence[Row[Any]]], writing: Connection, table: Table
) -> Iterator[Sequence[Row[Any]]]:
    for batch in rows:
        _add(writing, table, [dict(row._mapping) for row in batch])
        yield batch


def _add(writing: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows; among those that are refused, find the one to blame. Raises NotMoved."""
    try:
        with writing.begin_nested():
            writing.execute(insert(table), rows)
    except DBAPIError as error:
        if error.connection_invalidated or trouble_of(error.orig or error):
            raise
        if len(rows) == 1:
            raise _refused(table, rows[0], error) from None
        middle = len(rows) // 2
        _add(writing, table, rows[:middle])
        _add(writing, table, rows[middle:])


def _refused(table: Table, row: Mapping[str, Any], error: DBAPIError) -> NotMoved:
    key = ", ".join(f"{column.name} {str(row[column.name])[:40]}" for column in table.primary_key)
    reason = str(error.orig).splitlines()[0]
    return NotMoved(
        f"The second database does not take a row of the table {table.name} ({key}): {reason}. "
        f"Mend that row in the first one. {_AGAIN}"
    )


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL gives numbers itself, and would begin with 1 again."""
    if connection.dialect.name != "postgresql":
        return
    for column in (each for table in _ALL for each in table.c if isinstance(each.type, Integer)):
        counter = connection.scalar(
            select(func.pg_get_serial_sequence(column.table.name, column.name))
        )
        highest = connection.scalar(select(func.max(column))) if counter else None
        if highest is not None:
            go_on = text("SELECT setval(CAST(:counter AS regclass), :highest)")
            connection.execute(go_on, {"counter": counter, "highest": highest})


def _expect_all(table: Table, tally: TableDigest, found: TableDigest) -> None:
    if found != tally:
        raise NotMoved(
            f"The table {table.name} is not the same in the second database: {found.rows} of "
            f"{number_of(tally.rows, 'row')}, digest {found.digest[:12]} and not "
            f"{tally.digest[:12]}. {_AGAIN}"
        )


def _expect_unchanged(tally: TableDigest, now: TableDigest) -> None:
    if now != tally:
        raise NotMoved(
            "Somebody wrote to the record while it was moved: a server is still at work with it. "
            f"Stop that server, then move again. {_AGAIN}"
        )
