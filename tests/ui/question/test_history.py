"""Results show the score that was given, whatever the question says today."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sizewise.learn.quiz.attempt import Attempt
from sizewise.learn.quiz.response import Response
from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.question import turn
from tests.ui.question.quiz_taker import QUIZ, THEN, key_of, quiz_page, seen

CHANGED = "This question has changed since you answered it."
KEEPS = "Your answer keeps the score it had then: "


def given(journal, item_id, gave=None, **then):
    """An attempt at one item, answered with its key; `then` says how the record tells it."""
    learner = identity.machine_learner(journal, THEN)
    attempt = Attempt("attempt", learner, QUIZ, "practice", "seven", (item_id,), THEN)
    journal.begin(attempt)
    item = turn.shown(attempt, item_id)
    answer = attempt.answer(item, gave or key_of(attempt), THEN)
    journal.append(replace(answer, **then))
    journal.move_on(attempt.id, 1, THEN)


def first(kind, scoring="balanced"):
    items = house.library().quiz(QUIZ).items
    return next(i for i in items if i.type == kind and i.scoring == scoring)


def wrongly(item):
    wrong = next(option for option in item.options if not option.key)
    return Response(picked=(wrong.id,))


NOTHING = {"score": Decimal(0), "credit": Decimal(0)}
ALL = {"score": Decimal(1), "credit": Decimal(1)}


def test_a_stored_nothing_stays_missed_when_the_key_has_moved_to_what_was_picked(journal):
    given(journal, first("single").id, item_version="older", **NOTHING)
    page = seen(quiz_page(attempt="attempt"))
    assert "<b>0</b><span>of 1 points</span>" in page
    assert "<b>0 of 1</b>" in page  # the bar of the skill
    assert "What to look at again" in page
    assert "What you got right" not in page
    assert CHANGED in page
    assert f"{KEEPS}0 of 1 point." in page
    assert "Correct, your answer." not in page


def test_a_stored_point_stays_when_the_key_has_moved_away(journal):
    item = first("single")
    given(journal, item.id, wrongly(item), item_version="older", **ALL)
    page = seen(quiz_page(attempt="attempt"))
    assert "All of it right." in page
    assert "What you got right" in page
    assert f"{KEEPS}1 of 1 point." in page
    assert "Your answer, not correct." not in page


def test_what_was_picked_is_told_in_the_words_of_today_and_the_question_of_today_is_explained(
    journal,
):
    item = first("single")
    given(journal, item.id, item_version="older", **NOTHING)
    page = seen(quiz_page(attempt="attempt"))
    assert f"What you chose reads today: “{item.keys[0].text}”." in page
    assert page.count('class="qz-card right"') == 1
    assert page.count('class="qz-card wrong"') == len(item.options) - 1
    assert "picked" not in page


@pytest.mark.parametrize(
    ("picked", "sentence"),
    [
        (("zz",), "An answer that you chose is no longer there."),
        (("zz", "yy"), "2 answers that you chose are no longer there."),
    ],
)
def test_an_option_that_is_gone_is_said_to_be_gone(journal, picked, sentence):
    then = {"item_version": "older", "response": Response(picked=picked)}
    given(journal, first("single").id, **then, **NOTHING)
    page = seen(quiz_page(attempt="attempt"))
    assert CHANGED in page
    assert sentence in page


def test_another_price_changes_a_question_whose_text_is_the_same(journal):
    given(journal, first("numeric").id, Response(number="12345"), **ALL)
    page = seen(quiz_page(attempt="attempt"))
    assert CHANGED in page
    assert "You typed 12345." in page
    assert f"{KEEPS}1 of 1 point." in page
    assert "Your answer, not correct." not in page


def test_another_type_changes_a_question_too(journal):
    given(journal, first("numeric").id, response=Response(picked=("a",)), **ALL)
    page = seen(quiz_page(attempt="attempt"))
    assert "An answer that you chose is no longer there." in page
    assert "Correct answer." in page


def test_points_of_single_options_are_not_summed_once_the_question_has_changed(journal):
    item = first("multiple")
    given(journal, item.id, item_version="older", score=Decimal("0.5"), credit=Decimal("0.5"))
    page = seen(quiz_page(attempt="attempt"))
    assert f"{KEEPS}0.5 of 1 point." in page
    assert "qz-sum" not in page
    assert "qz-points" not in page


def test_the_mistakes_named_are_those_of_then(journal):
    item = first("single")
    named = next(option for option in item.options if option.misconception)
    other = next(m for m in house.library().course.misconceptions if m.id != named.misconception)
    given(journal, item.id, Response(picked=(named.id,)), misconceptions=(other.id,))
    assert f"This mistake has a name: {other.title}" in seen(quiz_page(attempt="attempt"))


def test_a_missed_question_that_left_the_bank_is_still_listed(journal):
    item = first("numeric")
    given(journal, item.id, Response(number="12345"))
    answer = journal.answers("attempt")[0]
    journal.begin(Attempt("gone", answer.learner_id, QUIZ, "exam", "seven", ("no-more",), THEN))
    journal.append(replace(answer, attempt_id="gone", item_id="no-more"))
    page = seen(quiz_page(attempt="gone"))
    assert "What to look at again" in page
    assert "A question that has been taken out of the quiz" in page
    assert f"{KEEPS}0 of 1 point. You typed 12345." in page


def test_an_explanation_that_waits_tells_the_score_that_was_given_too(journal):
    ids = (first("single").id, first("numeric").id)
    learner = identity.machine_learner(journal, THEN)
    attempt = Attempt("attempt", learner, QUIZ, "practice", "seven", ids, THEN)
    journal.begin(attempt)
    answer = attempt.answer(turn.shown(attempt, ids[0]), key_of(attempt), THEN)
    journal.append(replace(answer, item_version="older", **NOTHING))
    page = seen(quiz_page())
    assert CHANGED in page
    assert "qz-verdict wrong" in page
    assert "Not quite" in page


def test_a_question_that_is_the_same_is_told_as_before(journal):
    given(journal, first("single").id)
    page = seen(quiz_page(attempt="attempt"))
    assert "Correct, your answer." in page
    assert CHANGED not in page
