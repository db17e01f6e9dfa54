"""The quiz page drawn in memory: exam, results, and bad luck."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from sizewise.learn.quiz.attempt import Attempt
from sizewise.learn.quiz.response import Response
from sizewise.ui.question import turn
from tests.learn.responses import wrong
from tests.ui.question.quiz_taker import (
    THEN,
    answered,
    begun,
    going_on,
    key_of,
    label,
    press,
    quiz_page,
    seen,
    wrong_of,
)


def test_an_exam_goes_on_without_a_word_of_feedback(journal):
    attempt = begun(journal, mode="exam", kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    assert label(app) == "Save answer"
    page = seen(press(app))
    assert "Question 2 of 2" in page
    assert "1 saved" in page
    assert "correct" not in page


def test_the_last_press_leads_to_results_that_a_new_tab_shows_again(journal):
    attempt = begun(journal, kind="single")
    answered(journal, attempt, 1)
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt, 1).picked[0])
    assert label(press(app)) == "See your results"
    page = seen(press(app))
    assert "All of it right." in page
    assert "<b>2</b><span>of 2 points</span>" in page
    assert app.query_params["attempt"] == attempt.id
    assert "All of it right." in seen(quiz_page(attempt=attempt.id))


def test_results_show_chance_every_skill_and_every_missed_item(journal):
    attempt = begun(journal)
    answered(journal, attempt, 14)
    item = turn.shown(attempt, attempt.item_ids[14])
    journal.append(attempt.answer(item, wrong(item), THEN))
    journal.move_on(attempt.id, 15, THEN)
    page = seen(quiz_page(attempt=attempt.id))
    assert "blind guessing gets about" in page
    assert page.count("assed.") + page.count("✓ Passed") == 1
    skills = {turn.shown(attempt, each).skill for each in attempt.item_ids}
    assert page.count("<li><span>") == len(skills)
    assert page.count('<details class="qz-review" open>') == 1
    assert page.count('<details class="qz-review">') == 14


def test_the_missed_ones_become_an_attempt_of_their_own(journal):
    attempt = begun(journal, kind="single")
    answered(journal, attempt, 1)
    item = turn.shown(attempt, attempt.item_ids[1])
    wrong = Response(picked=(wrong_of(attempt, 1),))
    journal.append(attempt.answer(item, wrong, THEN))
    journal.move_on(attempt.id, 2, THEN)
    press(quiz_page(attempt=attempt.id), "missed")
    again = going_on(journal)
    assert (again.mode, again.parent_id) == ("missed", attempt.id)
    assert again.item_ids == (attempt.item_ids[1],)


def test_taking_it_again_begins_with_another_seed(journal):
    attempt = begun(journal)
    answered(journal, attempt, 15)
    press(quiz_page(attempt=attempt.id), "again")
    again = going_on(journal)
    assert again.id != attempt.id
    assert again.seed != attempt.seed


@pytest.mark.parametrize("wrong", ["no-such-attempt", "<script>", "../.."])
def test_an_unknown_attempt_in_the_address_leads_to_the_start(wrong):
    app = quiz_page(attempt=wrong)
    assert not app.exception
    assert label(app).startswith("Start")


def test_the_attempt_of_somebody_else_is_not_shown(journal):
    attempt = begun(journal, kind="single")
    other = Attempt(**{**vars(attempt), "id": "not-mine", "learner_id": "somebody-else"})
    journal.begin(other)
    journal.move_on(attempt.id, 2, THEN)
    journal.move_on(other.id, 2, THEN)
    assert label(quiz_page(attempt="not-mine")).startswith("Start")


def test_a_locked_record_keeps_the_choice_and_lets_the_learner_press_again(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    with another_program_writing():
        press(app)
    assert "press the button again" in app.error[0].value
    assert app.radio[0].value == key_of(attempt).picked[0]
    page = seen(press(app))
    assert not app.error
    assert "qz-verdict right" in page


@contextmanager
def another_program_writing() -> Iterator[None]:
    path = os.environ["SIZEWISE_DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


# A second try


def second_try(journal, right):
    """Two questions missed with a named mistake, and asked again; so many of them right now."""
    first = begun(journal, kind="single")
    for position, item_id in enumerate(first.item_ids):
        journal.append(
            first.answer(turn.shown(first, item_id), wrong(turn.shown(first, item_id)), THEN)
        )
        journal.move_on(first.id, position + 1, THEN)
    again = replace(begun(journal, mode="missed", kind="single"), id="again", parent_id=first.id)
    journal.begin(again)
    for position, item_id in enumerate(again.item_ids):
        item = turn.shown(again, item_id)
        given = key_of(again, position) if position < right else wrong(item)
        journal.append(again.answer(item, given, THEN))
        journal.move_on(again.id, position + 1, THEN)
    return seen(quiz_page(attempt=again.id))


def test_a_second_try_counts_what_is_mended_and_never_what_it_cannot_reach(journal):
    page = second_try(journal, right=1)
    assert "1 of 2 mended" in page
    assert "Not yet passed" not in page
    assert "% passes" not in page


def test_a_second_try_that_mends_all_crosses_out_every_named_mistake(journal):
    page = second_try(journal, right=2)
    assert "2 of 2 mended" in page
    assert "still open" not in page
    assert "<s>" in page
