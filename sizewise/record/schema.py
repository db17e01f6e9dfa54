"""The shape of the record's tables: which one a database has, and how it comes to the newest."""

import re
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from sizewise.record import tables
from sizewise.record.engine import in_time
from sizewise.record.unavailable import RecordUnavailable, Trouble, trouble_of

SCHEMA = "0007"
"""The newest migration: the schema this code works with."""
_VERSION = "SELECT version_num FROM alembic_version"
_POSTGRES_LOCK = 0x51_2E_35
"""Any number that all Sizewise processes share: who holds it may migrate."""
_AT_LEISURE = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'"
_OTHERWISE = "Put a backup in its place, or set SIZEWISE_DATABASE_URL to another"


class SchemaChanged(RecordUnavailable):
    """The tables are no longer those this code works with: open the record anew."""


def expect_newest(connection: Connection) -> None:
    """See that the tables are still those of the newest schema. Raises SchemaChanged."""
    try:
        newest = _noted(connection) == [(SCHEMA,)]
    except (DBAPIError, sqlite3.Error) as error:
        if trouble_of(getattr(error, "orig", error)):
            raise
        newest = False  # the note itself is gone
    if not newest:
        raise SchemaChanged("The record was moved to another shape in this very moment. Try again.")


def _noted(connection: Connection) -> list[Any]:
    driver: Any = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite":  # past SQLAlchemy: microseconds, at every press
        return list(driver.execute(_VERSION))
    return list(connection.exec_driver_sql(_VERSION))


def bring_up_to_date(engine: Engine, place: str) -> None:
    """Move the tables to the newest schema. Raises RecordUnavailable.

    A current schema costs one look; Alembic is imported only when there is something to do.
    """
    with engine.connect() as connection, in_time(connection), connection.begin():
        found = found_schema(connection, place)
    if found and found > SCHEMA:
        raise Trouble(
            "belongs to a newer Sizewise",
            "Install the newer one, or set SIZEWISE_DATABASE_URL to another file",
            detail=f"its schema is {found}, this one knows {SCHEMA}",
        ).at(place)
    if found != SCHEMA:
        try:
            _migrate(engine)
        except DBAPIError as error:
            if trouble_of(error.orig or error):
                raise
            reason = str(error.orig).splitlines()[0]
            what = "could not be moved to the schema of this Sizewise, and was left as it is"
            raise Trouble(what, _OTHERWISE, detail=reason).at(place) from error


def found_schema(connection: Connection, place: str) -> str | None:
    """The schema of a database; none while it holds nothing of ours. Raises RecordUnavailable."""
    names = set(inspect(connection).get_table_names())
    ours = [name for name in tables.metadata.tables if name in names]
    lost = sorted(tables.metadata.tables.keys() - names)
    if "alembic_version" not in names and not ours:
        return None
    if "alembic_version" not in names:
        raise _spoilt(f"its table {ours[-1]} already exists, but not the note of its schema", place)
    rows = connection.exec_driver_sql("SELECT * FROM alembic_version").all()
    noted = [str(version) for version, *_ in rows]
    if len(noted) != 1 or not re.fullmatch(r"\d{4}", noted[0]) or noted[0] < "0001":
        found = ", ".join(repr(each[:20]) for each in noted[:3]) or "empty"
        raise _spoilt(f"the note of its schema, its table alembic_version, is {found}", place)
    if noted[0] == SCHEMA and lost:
        raise _spoilt(f"it has no table {lost[0]}", place)
    return noted[0]


def at_leisure(connection: Connection) -> None:
    """Let this transaction of ours take longer than a learner would wait."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_AT_LEISURE)


def _spoilt(detail: str, place: str) -> RecordUnavailable:
    what = "is not as Sizewise left it, and was not changed"
    return Trouble(what, _OTHERWISE, detail, safe=False).at(place)


def _migrate(engine: Engine) -> None:
    # Imported here: Alembic takes half a second to import, and a current database never needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    # The lock comes first: a second process waits for it, then finds nothing left to do.
    with engine.execution_options(writes=True).begin() as connection:
        at_leisure(connection)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
