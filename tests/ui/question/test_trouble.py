"""What a learner in the middle of a quiz hears when the record fails, or is another by now."""

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from sizewise.record import database
from sizewise.ui import house, session
from sizewise.ui.question import press as buttons
from sizewise.ui.question import turn
from sizewise.ui.question.screen import SAVED
from tests.ui.question.quiz_taker import (
    THEN,
    begun,
    key_of,
    label,
    press,
    quiz_page,
    seen,
    wrong_of,
)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)


@pytest.fixture
def file():
    return Path(os.environ["SIZEWISE_DATABASE_URL"].removeprefix("sqlite:///"))


@contextmanager
def held(file):
    """Another program writes."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def away(file):
    """The record is somewhere else."""
    file.rename(file.with_name("away.db"))
    yield
    file.with_name("away.db").rename(file)


def backup(file):
    copy = file.with_name("backup.db")
    with closing(sqlite3.connect(file)) as live, closing(sqlite3.connect(copy)) as other:
        live.backup(other)


def put_back(file):
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    shutil.copy(file.with_name("backup.db"), file)


def errors(app):
    return [each.value for each in app.error]


def warnings(app):
    return [each.value for each in app.warning]


# What was chosen


def test_an_answer_that_cannot_be_saved_stays_chosen_and_the_learner_hears_so(journal, file):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    with held(file):
        press(app)
    assert errors(app)[0].endswith(buttons.KEPT)
    assert app.radio[0].value == wrong_of(attempt)


def test_going_on_promises_nothing_about_what_was_chosen(journal, file):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    press(app)
    with held(file):
        press(app)
    assert "in use by another program" in errors(app)[0]
    assert "chose" not in errors(app)[0]
    assert label(press(app)) == "Check answer"


def test_a_hint_promises_nothing_about_what_was_chosen(journal, file):
    quiz = house.library().quiz("ai-and-gpt-4o-mini")
    hinted = next(each for each in quiz.items if each.hints and each.type == "single")
    attempt = begun(journal, kind="single")
    journal.begin(type(attempt)(**{**vars(attempt), "id": "hinted", "item_ids": (hinted.id,)}))
    app = quiz_page()
    with held(file):
        press(app, "hint")
    assert "in use by another program" in errors(app)[0]
    assert "chose" not in errors(app)[0]


def test_what_was_chosen_is_still_there_after_the_record_could_not_even_be_read(journal, file):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    with away(file):
        press(app)
        for _ in range(2):
            said = app.markdown[0].value
            assert "was moved or removed" in said
            assert said.endswith("What you chose is kept.")
            press(app, "again")
    press(app, "again")
    assert not app.error
    assert app.radio[0].value == wrong_of(attempt)
    assert "qz-verdict wrong" in seen(press(app))


def test_whoever_comes_back_with_nothing_chosen_is_promised_nothing(journal, file):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    with held(file):
        press(app)
    app.switch_page("../../../pages/faq.py").run()
    app.query_params["lesson"] = attempt.quiz_id
    app.switch_page("../../../pages/quiz.py").run()
    assert app.radio[0].value is None
    assert errors(app)[0].endswith(buttons.AGAIN)


# Exams


def test_an_exam_stores_an_answer_together_with_going_on(journal, file):
    attempt = begun(journal, mode="exam", kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    done = []
    engine = house.journal().database.engine
    event.listen(engine, "before_cursor_execute", lambda *told: done.append(told[2].split()[:3]))
    event.listen(engine, "commit", lambda _connection: done.append("commit"))
    press(app)
    answer, step = (done.index(["INSERT", "INTO", name]) for name in ("answer", "step"))
    assert "commit" not in done[answer:step]


def test_an_exam_question_that_is_answered_already_says_so_and_leads_on(journal):
    attempt = begun(journal, mode="exam", kind="single")
    item = turn.shown(attempt, attempt.item_ids[0])
    journal.append(attempt.answer(item, key_of(attempt), THEN))
    app = quiz_page()
    assert warnings(app) == [SAVED]
    assert label(app) == "Next question"
    app.radio[0].set_value(wrong_of(attempt))
    assert "Question 2 of 2" in seen(press(app))
    assert [each.score for each in journal.answers(attempt.id)] == [1]


@pytest.mark.parametrize("mode", ["exam", "practice"])
def test_another_answer_in_a_second_tab_changes_nothing_and_the_learner_hears_so(journal, mode):
    attempt = begun(journal, mode=mode, kind="single")
    first, second = quiz_page(), quiz_page()
    first.radio[0].set_value(key_of(attempt).picked[0])
    press(first)
    second.radio[0].set_value(wrong_of(attempt))
    press(second)
    assert buttons.FIRST in warnings(second)
    assert [each.score for each in journal.answers(attempt.id)] == [1]


# An older copy in the record's place


def test_an_attempt_that_a_backup_lacks_is_begun_anew(journal, file):
    backup(file)
    attempt = begun(journal, kind="single")
    app = quiz_page()
    put_back(file)
    app.radio[0].set_value(wrong_of(attempt))
    press(app)
    assert warnings(app) == [buttons.MISSING]
    assert label(app).startswith("Start")
    press(app)
    assert "Question 1 of" in seen(app)
    assert warnings(app) == []


def test_answers_that_a_backup_lacks_are_asked_again_and_the_learner_hears_why(journal, file):
    attempt = begun(journal, kind="single")
    backup(file)
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    press(app)
    press(app)
    put_back(file)
    app.radio[0].set_value(wrong_of(attempt, 1))
    press(app)
    assert "Question 1 of 2" in seen(app)
    assert warnings(app) == [buttons.OLDER]


def test_a_learner_whom_a_backup_does_not_know_is_known_as_after_a_reload(journal, file):
    backup(file)
    before = house.learner_id()
    assert house.learner_id() == before
    put_back(file)
    after = house.learner_id()
    session.drop("learner_id")
    assert house.learner_id() == after != before


# Starting


def test_a_quiz_that_cannot_be_begun_says_so_and_begins_with_the_next_press(journal, file):
    app = quiz_page()
    with away(file):
        press(app)
        assert not app.exception
        assert "was moved or removed" in " ".join(each.value for each in app.markdown)
    app.run()
    assert "Question 1 of" in seen(press(app))


# Many learners: neither path nor setting


@pytest.fixture
def many(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")


def everything(app):
    kinds = (app.error, app.warning, app.markdown, app.info)
    return " ".join(each.value for kind in kinds for each in kind) + seen(app)


@pytest.mark.usefixtures("many")
def test_learners_of_a_shared_server_see_no_path(file):
    app = quiz_page()
    press(app)
    app.radio[0].set_value(app.radio[0].options[0]) if app.radio else None
    with away(file):
        press(app)
        assert "The record of your progress was moved or removed" in everything(app)
        assert str(file) not in everything(app)
        app.run()
        assert "Your answers cannot be saved just now" in [each.value for each in app.title]
        assert str(file) not in everything(app)
