"""A finished attempt is finished on every page: quiz, results, home and the map of the course."""

import pytest

from sizewise.learn.quiz.attempt import Attempt
from sizewise.record import identity
from sizewise.ui import house, session
from sizewise.ui.home import tiles
from sizewise.ui.question import turn
from sizewise.ui.you import progress
from tests.ui.question.quiz_taker import QUIZ, THEN, answered, key_of, label, press, quiz_page, seen


def asking(journal, *item_ids, mode="practice", id="attempt"):
    """An attempt in the record that asks these items; an unknown one has left the bank since."""
    learner = identity.machine_learner(journal, THEN)
    attempt = Attempt(id, learner, QUIZ, mode, "seven", item_ids, THEN)
    journal.begin(attempt)
    return attempt


@pytest.fixture(autouse=True)
def own_learner():
    """Outside a page all tests share one session: it must not remember another test's learner."""
    session.drop("learner_id")
    yield
    session.drop("learner_id")


@pytest.fixture
def singles():
    quiz = house.library().quiz(QUIZ)
    return [i.id for i in quiz.items if i.type == "single"]


def on_the_map(journal):
    """What home and the course map say of the quiz: the attempt that goes on, the best share."""
    attempts = {each.id for each in journal.attempts(house.learner_id())}
    trail = progress.trail()
    assert {each.attempt.id for each in trail.standings} == attempts
    done = progress.of(trail, house.library().lesson(QUIZ))
    return done.begun and done.begun.attempt.id, done.best


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_with_the_last_answer_an_attempt_is_finished_everywhere(journal, singles, mode):
    attempt = asking(journal, *singles[:2], mode=mode)
    answered(journal, attempt, 1)
    assert on_the_map(journal) == ("attempt", None)
    item = turn.shown(attempt, singles[1])
    journal.append(attempt.answer(item, key_of(attempt, 1), THEN))  # and no press after it
    assert on_the_map(journal) == (None, 1)
    assert "All of it right." in seen(quiz_page())
    assert "All of it right." in seen(quiz_page(attempt=attempt.id))


def test_results_that_were_not_asked_for_are_shown_once_and_then_the_start(journal, singles):
    attempt = asking(journal, singles[0])
    item = turn.shown(attempt, singles[0])
    journal.append(attempt.answer(item, key_of(attempt), THEN))
    app = quiz_page()
    assert "All of it right." in seen(app)
    assert app.query_params["attempt"] == attempt.id
    assert "Your best so far: <b>100%</b>" in seen(quiz_page())


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_an_attempt_whose_last_open_item_left_the_bank_is_finished_everywhere(
    journal, singles, mode
):
    attempt = asking(journal, singles[0], "no-longer-here", mode=mode)
    answered(journal, attempt, 1)
    assert on_the_map(journal) == (None, 1)
    page = seen(quiz_page())
    assert "<b>1</b><span>of 1 points</span>" in page
    assert "Question" not in page


def test_an_open_item_behind_one_that_left_the_bank_is_still_asked(journal, singles):
    attempt = asking(journal, singles[0], "no-longer-here", singles[1])
    answered(journal, attempt, 1)
    assert on_the_map(journal) == ("attempt", None)
    app = quiz_page()
    assert "taken out of the quiz" in seen(app)
    assert "Question 3 of 3" in seen(press(app))


def test_the_answer_before_items_that_left_the_bank_leads_to_the_results(journal, singles):
    attempt = asking(journal, singles[0], "no-longer-here", "nor-this")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    assert label(press(app)) == "See your results"
    assert "qz-verdict right" in seen(app)
    assert "All of it right." in seen(press(app))


@pytest.mark.parametrize("mode", ["practice", "exam", "missed", "pretest"])
def test_an_attempt_all_of_whose_items_left_the_bank_holds_nobody_up(journal, mode):
    attempt = asking(journal, "no-longer-here", "nor-this", mode=mode)
    assert on_the_map(journal) == (None, None)
    assert label(quiz_page()).startswith("Start")
    assert "taken out of the quiz" in seen(quiz_page(attempt=attempt.id))


def test_the_missed_ones_are_offered_again_only_while_they_are_in_the_bank(journal, singles):
    attempt = asking(journal, *singles[:2])
    gone = Attempt(**{**vars(attempt), "id": "gone", "item_ids": ("no-longer-here",)})
    journal.begin(gone)
    item = turn.shown(attempt, singles[0])
    wrong = next(option.id for option in item.options if not option.key)
    told = attempt.answer(item, type(key_of(attempt))(picked=(wrong,)), THEN)
    journal.append(type(told)(**{**vars(told), "attempt_id": "gone", "item_id": "no-longer-here"}))
    app = quiz_page(attempt="gone")
    assert "<b>0</b><span>of 1 points</span>" in seen(app)
    assert "missed" not in [each.key for each in app.button]


def test_the_map_counts_the_question_that_waits_as_the_quiz_does(journal, singles):
    attempt = asking(journal, singles[0], "no-longer-here", singles[1])
    answered(journal, attempt, 2 - 1)
    journal.move_on(attempt.id, 2, THEN)
    assert "Question 3 of 3" in seen(quiz_page())
    quiz = house.library().quiz(QUIZ)
    done = progress.of(progress.trail(), house.library().lesson(QUIZ))
    assert tiles.quiz_words(quiz, done)[1] == "Question 3 of 3"
