"""The record goes away, or an older copy comes in its place, with a learner before a question."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from sizewise.ui.question.press import MISSING
from tests.journeys.learner import LESSON, Learner


@pytest.fixture
def learner(server, page):
    return Learner(page, server.url)


@pytest.fixture
def file(server):
    return server.folder / "record.db"


@pytest.fixture
def lost(file, server):
    """A file that is replaced: its server is of no use to others."""
    yield file
    server.kill()


def test_what_was_chosen_is_kept_while_the_record_is_away(learner, file):
    learner.starts()
    learner.picks_the_first()
    learner.reads()
    file.rename(file.with_name("away.db"))
    learner.presses("Check answer")
    alert = learner.page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("was moved or removed")
    expect(alert).to_contain_text("What you chose is kept.")
    learner.reads()
    learner.presses("Try again")
    learner.reads()
    expect(alert).to_contain_text("What you chose is kept.")
    file.with_name("away.db").rename(file)
    learner.presses("Try again")
    expect(learner.count).to_be_visible()
    expect(alert).to_have_count(0)
    learner.reads()
    learner.presses("Check answer")
    expect(learner.verdict).to_be_visible()


def test_an_attempt_that_a_backup_lacks_is_said_to_be_gone_and_begun_anew(learner, lost):
    learner.opens(f"quiz?lesson={LESSON}")
    copy = lost.with_name("backup.db")
    with closing(sqlite3.connect(lost)) as live, closing(sqlite3.connect(copy)) as other:
        live.backup(other)
    learner.starts()
    learner.picks_the_first()
    learner.reads()
    for end in ("", "-wal", "-shm"):
        lost.with_name(lost.name + end).unlink()
    shutil.copy(copy, lost)
    learner.presses("Check answer")
    expect(learner.page.get_by_test_id("stAlert")).to_contain_text(MISSING)
    learner.reads()
    learner.presses("Start")
    expect(learner.count).to_contain_text("Question 1 of 15")
