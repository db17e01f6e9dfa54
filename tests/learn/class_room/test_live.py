"""A quiz that goes on."""

from decimal import Decimal

from sizewise.learn.class_room.gradebook import Taken
from sizewise.learn.class_room.live import Going, at_question, going_on, standing
from tests.learn.builders import NOON, item, quiz


def going(answered, name="kind-tiger-42", asked=15):
    return Going(name, "practice", asked, answered, 0, NOON)


def taken(answered, position, asked=("one", "two", "gone")):
    return Taken(
        "kind-tiger-42", "q", "practice", asked, frozenset(answered), position, Decimal(1), 1, NOON
    )


def test_a_question_that_left_the_quiz_keeps_nobody_under_way():
    bank = quiz([item("one"), item("two")])
    assert going_on(taken({"one", "two"}, 2), bank).finished
    half = going_on(taken({"one"}, 1), bank)
    assert (half.question, half.asked) == (2, 2)
    assert not half.finished


def test_a_question_that_was_passed_over_while_it_was_away_is_not_waited_for():
    bank = quiz([item("one"), item("two"), item("gone")])
    assert going_on(taken({"one", "two"}, 3), bank).finished


def test_of_a_quiz_that_is_gone_nobody_answers_any_more():
    assert going_on(taken({"one"}, 1), None).finished


def test_who_has_answered_six_is_at_the_seventh():
    assert going(6).question == 7


def test_who_is_done_is_at_no_question():
    assert going(15).finished
    assert at_question([going(15), going(6), going(6), going(0)]) == {1: 1, 7: 2}


def test_everybody_is_done_under_way_or_waits():
    assert standing([going(15), going(6), going(0)], members=5) == (1, 2, 2)
