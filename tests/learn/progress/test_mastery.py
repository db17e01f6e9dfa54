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
    """From hours after noon and whether it was right, one skill.

    Each try is at another item, unless the number of an earlier one says that its item comes again.
    """
    answers = [
        answered(right, at=NOON + hours * HOUR, item_id=f"item-{(*again, number)[0]}")
        for number, (hours, right, *again) in enumerate(tries)
    ]
    return by_skill(answers)["skill-one"]


FIVE = tuple((n, True) for n in range(5))
"""Right at noon and each hour after: each item is due again after two days."""


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
    assert mastery(*FIVE).level == "proficient"


def test_right_on_a_due_review_is_mastered():
    assert mastery(*FIVE, (48, True, 0)).level == "mastered"


def test_right_before_the_review_is_due_is_not_mastered():
    assert mastery(*FIVE, (30, True, 0)).level == "proficient"


def test_right_at_an_item_never_seen_is_no_review():
    assert mastery(*FIVE, (48, True)).level == "proficient"


def test_a_due_review_less_than_a_day_after_becoming_proficient_is_too_early():
    due_tomorrow = (0, False)
    rest = [(n, True) for n in range(1, 8)]
    assert mastery(due_tomorrow, *rest, (23, True, 0)).level == "proficient"
    assert mastery(due_tomorrow, *rest, (32, True, 0)).level == "mastered"


def test_wrong_on_a_due_review_is_not_mastered():
    assert mastery(*((n, True) for n in range(8)), (60, False, 0)).level != "mastered"


def test_right_after_a_hint_is_not_mastered():
    due = [answered(at=NOON + n * HOUR, item_id=f"item-{n}") for n in range(5)]
    helped = answered(at=NOON + 48 * HOUR, item_id="item-0", hints=1)
    assert by_skill([*due, helped])["skill-one"].level != "mastered"


def test_levels_can_fall():
    trouble = [(50 + n, False) for n in range(4)]
    assert mastery(*FIVE, (48, True, 0), *trouble).level == "started"


def test_whoever_fell_waits_for_another_review():
    fell = [*FIVE, *((5 + n, False) for n in range(4))]
    again = [(30 + n, True) for n in range(4)]
    assert mastery(*fell, *again).level == "proficient"
    assert mastery(*fell, *again, (60, True, 0)).level == "mastered"


def test_what_is_missing_is_counted_in_right_answers():
    # With chance .25: .626, .875, .969 after three; the fifth try is the last that is wanted.
    assert [mastery(*FIVE[:n]).missing for n in (1, 2, 3, 4, 5)] == [4, 3, 2, 1, 0]


def test_after_mistakes_more_right_answers_are_missing():
    # Seven wrong: .0527 is where it settles; then .218, .527, .811, .944, .988: five are needed.
    low = mastery(*((n, False) for n in range(7)))
    assert low.probability == pytest.approx(0.0573, abs=1e-3)
    assert low.missing == 5


def test_the_evidence_is_counted():
    four = mastery((0, True), (1, False), (2, True), (3, False))
    assert (four.first_tries, four.right) == (4, 2)


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
