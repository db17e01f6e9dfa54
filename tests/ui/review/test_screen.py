"""The review page: what is due, asked one by one, and what came of it."""

from datetime import timedelta

import pytest

from sizewise.learn.quiz.response import Response
from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.question import turn
from tests.ui.app import html, opened, said
from tests.ui.conftest import TODAY
from tests.ui.question.quiz_taker import THEN, begun, key_of, press, seen, wrong_of
from tests.ui.question.quiz_taker import label as label


def review():
    return opened("review")


def given(journal, *rights, **how):
    """Answers of nine days ago to the first single-choice questions of an attempt."""
    attempt = begun(journal, kind="single")
    for position, right in enumerate(rights):
        item = turn.shown(attempt, attempt.item_ids[position])
        response = key_of(attempt, position) if right else Response((wrong_of(attempt, position),))
        journal.append(attempt.answer(item, response, THEN, **how))
    return attempt


def test_without_answers_the_page_says_what_it_is_for():
    page = review()
    assert "What you learn comes back here" in said(page)
    assert "to_quiz" in [button.key for button in page.button]


def test_a_mistake_and_a_right_answer_of_last_week_are_due(journal):
    given(journal, True, False)
    page = review()
    assert "2 to review" in said(page)
    assert page.button(key="go").label == "Review 2 questions"


def test_what_was_answered_today_is_not_due(journal, on):
    given(journal, True)
    on(THEN.date())
    page = said(review())
    assert "Nothing is due today" in page
    assert "The next one comes back on 22 November 2026." in page


def test_a_round_asks_each_item_once_and_ends_with_what_came_of_it(journal):
    given(journal, True, False)
    app = press(review())
    assert "<b>Review 1 of 2</b>" in seen(app)
    for _ in (1, 2):
        attempt = journal.attempts(identity.machine_learner(journal, THEN))[-1]
        assert attempt.mode == "review"
        app.radio[0].set_value(key_of(attempt).picked[0])
        press(app)
        assert "Correct" in seen(app)
        press(app)
    assert "Nothing is due today" in seen(app)
    assert "Reviewed today: 2, and 2 of them right." in seen(app)


def test_a_sure_mistake_comes_first(journal):
    attempt = given(journal, False, certainty="guess")
    item, wrong = turn.shown(attempt, attempt.item_ids[1]), Response((wrong_of(attempt, 1),))
    journal.append(attempt.answer(item, wrong, THEN + timedelta(days=1), certainty="sure"))
    press(review())
    newest = journal.attempts(identity.machine_learner(journal, THEN))[-1]
    assert newest.item_ids == (item.id,)


def test_a_question_that_was_begun_is_asked_again_and_not_begun_twice(journal):
    given(journal, True)
    press(review())
    press(review())
    attempts = journal.attempts(identity.machine_learner(journal, THEN))
    assert len([each for each in attempts if each.mode == "review"]) == 1


def reviewed(journal):
    return [
        each
        for each in journal.attempts(identity.machine_learner(journal, THEN))
        if each.mode == "review"
    ]


def answer(app, journal):
    app.radio[0].set_value(key_of(reviewed(journal)[-1]).picked[0])
    return press(app)


def test_a_round_that_is_loaded_anew_goes_on_where_it_was(journal):
    given(journal, True, False)
    app = press(review())
    assert app.query_params == {"round": "2-0"}

    asked = opened("review", round="2-0")
    assert "<b>Review 1 of 2</b>" in seen(asked)
    answer(asked, journal)

    explained = opened("review", round="2-0")
    assert "<b>Review 1 of 2</b>" in seen(explained)
    assert "Correct" in seen(explained)

    last = press(explained)
    assert "<b>Review 2 of 2</b>" in seen(last)
    assert "<b>Review 2 of 2</b>" in seen(opened("review", round="2-0"))
    assert len(reviewed(journal)) == 2

    press(answer(last, journal))
    assert "Nothing is due today" in said(opened("review", round="2-0"))


def test_what_was_answered_in_another_tab_is_not_asked_again(journal):
    given(journal, True, False)
    one = press(review())
    two = opened("review", round="2-0")
    for _ in (1, 2):
        press(answer(one, journal))
    two.radio[0].set_value(key_of(reviewed(journal)[0]).picked[0])
    press(two)
    assert [len(journal.answers(each.id)) for each in reviewed(journal)] == [1, 1]
    assert "Nothing is due today" in said(two)


def test_a_round_has_as_many_questions_as_it_began_with(journal):
    given(journal, True, False)
    app = answer(opened("review", round="1-0"), journal)
    assert "<b>Review 1 of 1</b>" in seen(app)
    assert "1 to review" in seen(press(app))


def test_back_leads_from_a_round_to_what_is_due(journal):
    given(journal, True, False)
    app = press(review())
    app.query_params.clear()
    assert "2 to review" in said(app.run())
    press(app)
    assert "<b>Review 1 of 2</b>" in seen(app)
    assert len(reviewed(journal)) == 1


@pytest.mark.parametrize("told", ["0-0", "15-99", "2", "-1-0", "2-0-0", "٢-٠", "9" * 99, "x"])
def test_an_address_that_names_no_round_shows_what_is_due(journal, told):
    given(journal, True, False)
    assert "2 to review" in said(opened("review", round=told))


def test_a_review_is_no_attempt_at_the_quiz(journal):
    attempt = given(journal, True, True)
    journal.move_on(attempt.id, 2, THEN)
    press(review())
    assert "Go on" not in [button.label for button in opened("quiz", lesson=attempt.quiz_id).button]


def test_how_sure_is_held_against_how_right(journal):
    given(journal, True, False, certainty="sure")
    page = html(review())
    assert "<span>Sure</span><b>right 1 of 2</b>" in page
    assert "A guess" not in page


def test_a_goal_is_kept_and_counts_this_week(journal):
    given(journal, True)
    app = review()
    goal = next(each for each in app.get("button_group") if each.key == "goal")
    goal.set_value("10").run()
    assert "<b>0 of 10</b> since Monday" in said(app)
    assert journal.settings(identity.machine_learner(journal, THEN))["weekly-goal"] == "10"
    assert TODAY - THEN.date() == timedelta(days=9)
    assert house.today() == TODAY
