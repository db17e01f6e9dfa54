"""What is kept for everybody: what is made of content, and the record."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from types import SimpleNamespace

import pytest

from sizewise import record
from sizewise.ui import house


class Counted:
    """Something that is made of content, and notes for whom it was made."""

    def __init__(self):
        self.made = []

    def __call__(self, learner):
        self.made.append(learner)
        return f"for {learner}"


@pytest.fixture
def edition(monkeypatch, tmp_path):
    """The state of content of its own, which a file in `content` changes."""
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(house, "ROOT", tmp_path)
    house._edition.forget()
    yield tmp_path / "content" / "new.md"
    house._edition.forget()


def keeping(most):
    make = Counted()
    make.__qualname__ = "Counted"
    return make, house.many_of_content(most)(make)


def test_what_differs_from_learner_to_learner_is_kept_for_the_newest(edition):
    make, asked = keeping(2)
    assert [asked(each) for each in "aab"] == ["for a", "for a", "for b"]
    assert make.made == ["a", "b"]
    asked("c")
    asked("a")
    assert make.made == ["a", "b", "c", "a"]


def test_a_server_that_starts_deletes_the_classes_that_are_past_their_days(own_record):
    journal = house.journal()
    old = journal.make_class("Long ago", "d" * 64, house.now() - timedelta(days=366))
    new = journal.make_class("Year 9", "d" * 64, house.now() - timedelta(days=360))
    house.read_everything()
    assert journal.class_of(old.id) is None
    assert journal.class_of(new.id) == new


def test_there_is_one_record_however_many_ask_for_it_first(monkeypatch):
    """Two in a process would hold the file against each other: read-only once, it stays so."""
    opened = []

    def journal_at():
        sleep(0.02)
        opened.append(SimpleNamespace(database=SimpleNamespace(open=lambda: None)))
        return opened[-1]

    monkeypatch.setattr(record, "journal_at", journal_at)
    with ThreadPoolExecutor(8) as pages:
        given = list(pages.map(lambda _: house.journal(), range(8)))
    assert given == opened * 8
    assert len(opened) == 1


def test_it_is_made_anew_once_a_content_file_has_changed(edition):
    make, asked = keeping(2)
    asked("a")
    edition.write_text("A new lesson")
    house.catch_up()
    asked("a")
    assert make.made == ["a", "a"]
