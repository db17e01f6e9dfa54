"""Fixtures for tests of the record: an empty one in each kind of database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sizewise.record import Journal, open_journal
from tests.record.builders import empty, url_of
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
def postgres_url(kept_database, monkeypatch) -> str:
    """The address of an empty record in PostgreSQL, which needs a secret from the start."""
    monkeypatch.setenv("SIZEWISE_SECRET", SECRET)
    empty(kept_database)
    return kept_database


@pytest.fixture(params=BOTH)
def new_url(request, tmp_path) -> str:
    """The address of a record that is yet to be made, once in each kind of database."""
    if request.param == "sqlite":
        return url_of(tmp_path)
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture
def journal(url) -> Iterator[Journal]:
    """An empty record, once in each kind of database."""
    opened = open_journal(url)
    yield opened
    opened.close()
