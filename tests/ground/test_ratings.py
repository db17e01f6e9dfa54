"""Medians, ranges and distances of a handful of ratings, by hand and by law."""

from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.ratings import Ratings, better, same_order

ratings = st.lists(st.integers(1, 5), min_size=1, max_size=5).map(tuple)


def test_the_median_of_three_is_the_middle_one():
    assert Ratings((2, 5, 4)).median == 4  # 2, 4, 5


def test_the_median_of_four_lies_between_the_middle_two():
    assert Ratings((1, 2, 5, 5)).median == Fraction(7, 2)  # (2 + 5) / 2


def test_the_spread_is_the_highest_less_the_lowest():
    assert Ratings((2, 5, 4)).spread == 3


def test_raters_within_one_point_agree():
    assert Ratings((4, 5, 4)).agree
    assert not Ratings((2, 4, 2)).agree


def test_your_distance_is_from_the_median():
    assert Ratings((4, 5)).distance(2) == Fraction(5, 2)  # 4.5 - 2


def test_the_same_order_means_the_same_answer_first():
    good, poor = Ratings((5, 4, 5)), Ratings((2, 4, 2))
    assert same_order((4, 3), (good, poor))
    assert not same_order((3, 4), (good, poor))
    assert not same_order((3, 3), (good, poor))
    assert same_order((3, 3), (good, good))


def test_without_raters_there_is_no_median():
    with pytest.raises(ValueError, match="nobody has rated"):
        Ratings(())


@given(ratings)
def test_the_median_is_the_one_of_the_standard_library(given_ones):
    assert Ratings(given_ones).median == Fraction(median(given_ones))


@given(ratings, st.integers(1, 5))
def test_the_order_of_raters_makes_no_difference(given_ones, own):
    one, turned = Ratings(given_ones), Ratings(given_ones[::-1])
    assert (one.median, one.spread) == (turned.median, turned.spread)
    assert one.distance(own) == turned.distance(own)


@given(ratings)
def test_no_rater_lies_further_from_the_median_than_the_spread(given_ones):
    one = Ratings(given_ones)
    assert max(map(one.distance, given_ones)) <= one.spread


@given(st.integers(1, 5), st.integers(1, 5))
def test_turning_a_pair_turns_which_is_better(first, second):
    assert better(first, second) == -better(second, first)
