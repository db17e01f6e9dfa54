"""How facts become rows: inserted once, never changed, and read back."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, Table, delete, func, select
from sqlalchemy.dialects import sqlite

from sizewise.record.database import Database


def moment(at: datetime) -> str:
    """A time as the record writes it: ISO 8601, UTC, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Family:
    """A family of facts. Every method raises RecordUnavailable when the database refuses."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def _note(self, table: Table, row: Mapping[str, Any]) -> None:
        with self.database.writing() as connection:
            once(connection, table, row)

    def _remove(self, table: Table, **wanted: str) -> None:
        its = (table.c[name] == value for name, value in wanted.items())
        with self.database.erasing() as connection:
            connection.execute(delete(table).where(*its))

    def _rows(self, wanted: Select[Any]) -> list[Row[Any]]:
        with self.database.reading() as connection:
            return list(connection.execute(wanted))


def once(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row unless its primary key is there already: a double click does no harm."""
    connection.execute(_insert(table, connection.dialect.name), row)


def all_once(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in this order, but for those whose primary keys are there already."""
    connection.execute(_insert(table, connection.dialect.name), [dict(row) for row in rows])


@cache
def _insert(table: Table, dialect: str) -> Insert:
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # a tenth of the record's start, unused by most

        return postgresql.insert(table).on_conflict_do_nothing()
    wanted = sqlite.insert(table).on_conflict_do_nothing()
    if "arrival" not in table.c:
        return wanted
    latest = select(func.coalesce(func.max(table.c.arrival), 0))  # nobody else writes meanwhile
    return wanted.values(arrival=latest.scalar_subquery() + 1)


def rows_with(table: Table, **wanted: str | None) -> Select[Any]:
    """The rows with these values; None asks for any."""
    given = {name: value for name, value in wanted.items() if value is not None}
    return select(table).where(*(table.c[name] == value for name, value in given.items()))
