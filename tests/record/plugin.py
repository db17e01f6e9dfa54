"""Fixtures for tests of the record: an empty one in each kind of database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from sizewise.record import Journal, open_journal
from sizewise.record.tables import metadata
from tests.record.builders import url_of
from tests.record.postgres import Postgres

BOTH = ("sqlite", "postgresql")
SECRET = "a secret of more than 32 characters"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL. Fails, and never skips, where there is none."""
    own = Postgres()
    try:
        yield own.start()
    finally:
        own.remove()


@pytest.fixture(scope="session")
def kept_database(postgres) -> str:
    """The database behind `url`: its tables are made once for all tests."""
    url = postgres.new_database()
    open_journal(url).close()
    return url


@pytest.fixture(scope="session")
def bare_database(postgres) -> str:
    """The database behind `new_url`: making one takes ten times as long as dropping its tables."""
    return postgres.new_database()


@pytest.fixture(scope="session")
def kept_file(tmp_path_factory) -> Path:
    """An empty record in a file, to be copied: making its tables takes twenty times as long."""
    folder = tmp_path_factory.mktemp("kept")
    open_journal(url_of(folder)).close()
    return Path(folder) / "record.db"


@pytest.fixture(params=BOTH)
def url(request, tmp_path, monkeypatch) -> str:
    """The address of an empty record, once in each kind of database."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("kept_file"), tmp_path / "record.db")
        return url_of(tmp_path)
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def postgres_url(postgres, kept_database, monkeypatch) -> str:
    """The address of an empty record in PostgreSQL, which needs a secret from the start."""
    monkeypatch.setenv("SIZEWISE_SECRET", SECRET)
    tables = [table.name for table in reversed(metadata.sorted_tables)]
    _told(postgres, kept_database, *(f"DELETE FROM {each}" for each in tables))  # noqa: S608  # ours
    return kept_database


def _told(postgres: Postgres, url: str, *statements: str) -> None:
    """Say all statements in one go, without SQLAlchemy, which asks for much before."""
    with postgres.speak(str(make_url(url).database)) as connection:
        connection.execute("; ".join(statements))


@pytest.fixture(params=BOTH)
def new_url(request, tmp_path) -> str:
    """The address of a record that is yet to be made, once in each kind of database."""
    if request.param == "sqlite":
        return url_of(tmp_path)
    bare = str(request.getfixturevalue("bare_database"))
    server = request.getfixturevalue("postgres")
    _told(server, bare, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    return bare


@pytest.fixture
def journal(url) -> Iterator[Journal]:
    """An empty record, once in each kind of database."""
    opened = open_journal(url)
    yield opened
    opened.close()
