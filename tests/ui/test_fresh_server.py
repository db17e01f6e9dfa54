"""The first page while the server still reads: the course map, and nothing that it cannot know."""

import shutil
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from streamlit.testing.v1 import AppTest

from sizewise.ui import fresh, house
from tests.ui.app import SHELL, opened, said
from tests.ui.test_pages import ROOT

SOON = "Today’s prices are being looked up"


@contextmanager
def reading():
    """As on a server that has just started, until the block ends."""
    enough = Event()
    thread = Thread(target=enough.wait, name=fresh.READING)
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()


def first_page():
    return AppTest.from_file(SHELL, default_timeout=30).run()


def labels(app):
    return [each.label for each in app.button]


def test_the_course_map_is_there_at_once_with_a_way_into_every_lesson():
    with reading():
        app = first_page()
    assert not app.exception
    entries = [each for each in house.library().course.lessons if each.status == "ready"]
    assert [each.title for each in entries if each.title not in said(app)] == []
    assert [label for label in labels(app) if label.startswith("Open, ")] == [
        f"Open, {each.minutes} min" for each in entries
    ]
    assert "Start the first lesson" in labels(app)


def test_what_only_the_record_and_the_catalogue_know_is_said_to_come(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{tmp_path / 'folder'}")
    with reading():
        app = first_page()
    assert SOON in said(app)
    assert "Where you left off is being looked up" in said(app)
    assert not app.warning  # nobody has asked the record yet
    announced = '<span class="pill new">Coming</span>'  # which the course map itself says
    assert 'class="pill' not in said(app).replace(announced, "")


def test_the_whole_page_follows_once_all_is_read():
    with reading():
        app = first_page()
    app.run()
    assert not app.exception
    assert SOON not in said(app)
    assert "prices checked" in said(app)
    assert any(label.startswith("Start, ") for label in labels(app))


@pytest.mark.parametrize("path", ["lesson", "quiz", "models", "print"])
def test_another_page_waits_for_what_it_needs_and_is_whole(path):
    with reading():
        app = opened(path)
    assert not app.exception
    assert app.title or app.header or app.button


@pytest.mark.usefixtures("other_content")
def test_with_a_broken_course_map_the_first_page_waits_for_the_lessons(tmp_path, monkeypatch):
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "content" / "course.yaml").write_text("nonsense: [")
    monkeypatch.setattr(house, "ROOT", tmp_path)
    with reading():
        app = first_page()
    assert not app.exception
    assert SOON not in said(app)
    assert "Every lesson there is" in said(app)
