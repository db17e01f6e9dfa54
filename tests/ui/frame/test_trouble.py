"""What a learner hears when the record fails while pages are open."""

import shutil
import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url
from streamlit.testing.v1 import AppTest

from sizewise.record import database
from sizewise.ui import house

ROOT = Path(__file__).parents[3]
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
QUIZ = "ai-and-gpt-4o-mini"


@pytest.fixture
def file():
    """The record's file, opened once as in a running server."""
    return Path(make_url(house.journal().database.engine.url).database)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)


@contextmanager
def held(file):
    """Another program has the record for itself."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def opened(page):
    return AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=20).run()


def notices(app):
    return [each.value for each in app.warning]


@pytest.mark.parametrize("page", ["home", "you", "lesson"])
def test_a_record_that_was_taken_away_is_told_on_every_page_that_shows_progress(page, file):
    file.rename(file.with_name("away.db"))
    assert any("was moved or removed" in notice for notice in notices(opened(page)))


def test_a_part_that_cannot_be_noted_is_told_and_reading_goes_on(file):
    app = opened("lesson")
    first = app.header[0].value
    with held(file):
        app.button(key="next").click().run()
    assert app.header[0].value != first
    assert any("in use by another program" in notice for notice in notices(app))


def test_the_notice_goes_once_the_record_works_again(file):
    app = opened("lesson")
    with held(file):
        app.button(key="next").click().run()
    app.button(key="next").click().run()
    assert notices(app) == []


@pytest.mark.usefixtures("other_content")
@pytest.mark.parametrize(
    ("page", "kind", "path"),
    [("lesson", "lesson", "content/lessons"), ("quiz", "quiz", "quizzes")],
)
def test_without_a_name_in_the_address_a_broken_one_is_said_to_be_under_repair(
    page, kind, path, tmp_path, monkeypatch, caplog
):
    folder = copied(tmp_path) / path
    for each in folder.iterdir():
        each.unlink()
    broken = folder / f"what-is-a-token.{'md' if page == 'lesson' else 'yaml'}"
    broken.write_text("---\ntitle: What is a token?\nnonsense: 1\n---\n")
    monkeypatch.setattr(house, "ROOT", tmp_path)
    words = [each.value for each in opened(page).markdown]
    assert any(f"The {kind} “What is a token?” is being repaired" in each for each in words)
    assert f"{path}/{broken.name}:" in caplog.text


def copied(folder):
    """The content in a folder where a test may break it."""
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder
