"""Each page drawn in memory: what it shows, and how it takes bad luck."""

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from sizewise.ui import house
from sizewise.ui.frame import pages
from sizewise.ui.lab.views import VIEWS
from tests.ui.app import opened, said

ROOT = Path(__file__).parents[2]
PAGES = [page.name for page in pages.PAGES]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_without_an_exception(page):
    app = opened(page)
    assert not app.exception
    assert said(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_the_same_when_it_runs_again(page):
    app = opened(page)
    before = said(app)
    assert said(app.run()) == before


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_lab_draws_in_a_year(on, view):
    on(date(2027, 11, 29))
    assert not opened("lab", view=view).exception


def test_every_part_of_every_lesson_draws_in_a_year(on):
    on(date(2027, 11, 29))
    for lesson in house.library().lessons.values():
        for part in lesson.parts:
            app = opened("lesson", lesson=lesson.id, part=part.anchor)
            assert not app.exception, f"{lesson.id}, {part.anchor}"


@pytest.mark.parametrize("page", ["lesson", "quiz"])
@pytest.mark.parametrize("wrong", ["no-such-lesson", "../../etc/passwd", "<script>x</script>"])
def test_an_unknown_lesson_in_the_address_gets_a_sentence(page, wrong):
    app = opened(page, lesson=wrong)
    assert not app.exception
    assert "Open the course" in [button.label for button in app.button]


def _lock(path: Path) -> sqlite3.Connection:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    return holder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_when_the_record_cannot_be_opened(page, tmp_path, monkeypatch):
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a folder")
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{in_the_way / 'record.db'}")
    app = opened(page)
    assert not app.exception


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_when_the_record_is_no_database(page, tmp_path, monkeypatch):
    damaged = tmp_path / "record.db"
    damaged.write_bytes(b"this is not a database, and it is long enough to be looked at" * 50)
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{damaged}")
    app = opened(page)
    assert not app.exception
    assert damaged.read_bytes().startswith(b"this is not a database")


def test_the_database_of_these_tests_is_their_own(tmp_path_factory):
    assert str(tmp_path_factory.getbasetemp()) in os.environ["SIZEWISE_DATABASE_URL"]
