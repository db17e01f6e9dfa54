"""Bayesian knowledge tracing against numbers worked out by hand."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.progress.mastery import by_skill, updated
from tests.learn.builders import NOON, answered

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def mastery(*tries):
    """From (hours after noon, right) pairs, one skill."""
    answers = [answered(right, at=NOON + hours * HOUR) for hours, right in tries]
    return by_skill(answers)["skill-one"]


def test_one_right_answer_by_hand():
    # .3 x .9 = .27; .7 x .25 = .175; .27 / .445 = .606742; + .393258 x .05 = .626404
    assert updated(0.3, right=True, chance=0.25) == pytest.approx(0.626404, abs=1e-6)


def test_one_wrong_answer_by_hand():
    # .3 x .1 = .03; .7 x .75 = .525; .03 / .555 = .054054; + .945946 x .05 = .101351
    assert updated(0.3, right=False, chance=0.25) == pytest.approx(0.101351, abs=1e-6)


def test_a_right_guess_at_true_or_false_says_less():
    # .27 / (.27 + .7 x .5) = .435484; + .564516 x .05 = .463710
    assert updated(0.3, right=True, chance=0.5) == pytest.approx(0.463710, abs=1e-6)


def test_right_then_wrong_by_hand():
    # from .626404: .0626404 / (.0626404 + .373596 x .75) = .182716; + .817284 x .05 = .223580
    assert mastery((0, True), (1, False)).probability == pytest.approx(0.223580, abs=1e-5)


@given(st.floats(0.01, 0.99), st.floats(0, 0.5), st.booleans())
def test_a_probability_stays_a_probability(before, chance, right):
    assert 0 < updated(before, right, chance) < 1


@given(st.floats(0.01, 0.99), st.floats(0, 0.5))
def test_right_says_more_than_wrong(before, chance):
    assert updated(before, True, chance) > updated(before, False, chance)


def test_a_typed_number_is_strong_evidence_but_can_be_outweighed():
    # G is held at .05: .27 / (.27 + .7 x .05) = .885246; + .114754 x .05 = .890984
    right = updated(0.3, right=True, chance=0)
    assert right == pytest.approx(0.890984, abs=1e-6)
    # .0890984 / (.0890984 + .109016 x .95) = .462456; + .537544 x .05 = .489333
    assert updated(right, right=False, chance=0) == pytest.approx(0.489333, abs=1e-5)


def test_four_right_answers_are_too_few():
    four = mastery(*((n, True) for n in range(4)))
    assert four.probability > 0.95
    assert (four.level, four.first_tries) == ("started", 4)


def test_five_right_answers_are_proficient():
    assert mastery(*((n, True) for n in range(5))).level == "proficient"


def test_right_again_a_day_later_is_mastered():
    assert mastery(*((n, True) for n in range(5)), (4 + 24, True)).level == "mastered"


def test_right_again_on_the_same_day_is_not_mastered():
    assert mastery(*((n, True) for n in range(5)), (4 + 23, True)).level == "proficient"


def test_wrong_a_day_later_is_not_mastered():
    assert mastery(*((n, True) for n in range(8)), (4 + 30, False)).level != "mastered"


def test_levels_can_fall():
    trouble = [(30 + n, False) for n in range(4)]
    assert mastery(*((n, True) for n in range(5)), (29, True)).level == "mastered"
    assert mastery(*((n, True) for n in range(5)), (29, True), *trouble).level == "started"


def test_whoever_fell_waits_another_day():
    fell = [*((n, True) for n in range(5)), *((5 + n, False) for n in range(4))]
    again = [(30 + n, True) for n in range(4)]
    assert mastery(*fell, *again).level == "proficient"
    assert mastery(*fell, *again, (60, True)).level == "mastered"


def test_tries_count_in_the_order_they_came_even_when_the_clock_was_put_back():
    came = [True, True, True, True, False, False]
    in_time = [answered(right, at=NOON + n * HOUR) for n, right in enumerate(came)]
    put_back = [answered(right, at=NOON - n * HOUR) for n, right in enumerate(came)]
    assert by_skill(put_back) == by_skill(in_time) != by_skill(reversed(in_time))


def test_second_tries_and_warm_ups_say_nothing():
    assert by_skill([answered(first_try=False, mode="missed"), answered(mode="pretest")]) == {}


def test_part_of_a_point_counts_as_not_right():
    part = by_skill([answered(score=Decimal("0.67"))])["skill-one"]
    assert part == mastery((0, False))


def test_help_is_no_sign_of_knowing():
    assert by_skill([answered(hints=1)])["skill-one"] == mastery((0, False))


def test_skills_do_not_touch_each_other():
    both = by_skill([answered(True), answered(False, skill="skill-two")])
    assert both["skill-one"] == mastery((0, True))
    assert both["skill-two"].probability < 0.3
