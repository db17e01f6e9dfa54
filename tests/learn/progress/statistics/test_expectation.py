"""What learners did, held against what an author expects."""

from decimal import Decimal

import pytest

from sizewise.learn.progress.statistics.analysis import analyse
from sizewise.learn.progress.statistics.expectation import (
    Expectation,
    compared,
    expectation,
    facility_interval,
    weaknesses,
)
from sizewise.learn.progress.statistics.sittings import Sitting
from tests.learn.builders import FACTS, item, numeric


def found(right, of, rest=()):
    """The analysis of one item that `right` of `of` learners have right; `rest` is a second one."""
    marks = [1.0] * right + [0.0] * (of - right)
    sittings = [
        Sitting({"one-item": mark, **({"other": rest[n]} if rest else {})})
        for n, mark in enumerate(marks)
    ]
    return analyse(sittings, {"one-item": 1.0}).items[0]


def expecting(facility, chance=0.25):
    return Expectation(facility, chance)


def test_an_item_says_what_to_expect_of_it():
    told = expectation(item(expected_facility=Decimal("0.6")), FACTS)
    assert told == Expectation(facility=0.6, chance=0.25)  # one key among four options


def test_without_a_word_of_the_author_only_luck_is_expected():
    assert expectation(numeric(), FACTS) == Expectation(facility=None, chance=0)


# 15 of 30 by Wilson, z = 1.96: (0.5 + 3.84/60 ± 1.96 * sqrt(0.25/30 + 3.84/3600)) / (1 + 3.84/30)
# is 0.3315 to 0.6685
@pytest.mark.parametrize(
    ("expected", "word"),
    [(0.33, "easier"), (0.34, "as expected"), (0.66, "as expected"), (0.67, "harder")],
)
def test_another_word_needs_more_than_chance(expected, word):
    assert compared(found(15, 30), expecting(expected)) == word


def test_the_interval_is_wilsons():
    assert facility_interval(found(15, 30)) == pytest.approx((0.3315, 0.6685), abs=5e-5)


def test_too_few_learners_say_nothing():
    few = found(0, 9)
    assert facility_interval(few) is None
    assert compared(few, expecting(0.9)) is None
    assert weaknesses(few, expecting(0.9)) == ()


def test_who_expects_nothing_is_not_surprised():
    assert compared(found(0, 30), expecting(None)) is None
    assert weaknesses(found(0, 30), None) == ()


def test_an_item_that_learners_guess_is_weak():
    assert weaknesses(found(5, 20), expecting(None)) == ("guessing",)  # 5 of 20 is one of four
    assert weaknesses(found(6, 20), expecting(None)) == ()


def test_an_item_that_is_harder_than_meant_is_weak():
    assert weaknesses(found(15, 30), expecting(0.8)) == ("harder",)
    assert weaknesses(found(15, 30), expecting(0.6)) == ()


def test_an_item_that_is_easier_than_meant_is_not_weak():
    assert weaknesses(found(30, 30), expecting(0.5)) == ()


def test_an_item_that_good_learners_miss_is_weak():
    upside_down = [0.0] * 15 + [1.0] * 15
    assert weaknesses(found(15, 30, upside_down), expecting(0.5)) == ("against",)


def test_a_little_below_zero_may_be_chance():
    # r = -0.2 of 10 learners: Fisher's z is -0.203, its standard error 1/sqrt(7) = 0.378
    mixed = [0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]
    slightly = found(5, 10, mixed)
    assert slightly.discrimination == pytest.approx(-20)
    assert weaknesses(slightly, expecting(0.5)) == ()
