"""Ranks of medians and tails against published tables, and the laws of order."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.sample import median, middle, nearest_rank, rank_interval

HALF, P95 = Fraction(1, 2), Fraction(19, 20)


@pytest.mark.parametrize(
    ("size", "low", "high"),
    # Altman, Machin, Bryant and Gardner, Statistics with Confidence (2000), table 18.4: 95 % for a
    # median.
    [(6, 1, 6), (10, 2, 9), (20, 6, 15), (50, 18, 33), (100, 40, 61)],
)
def test_the_ranks_around_a_median_are_the_published_ones(size, low, high):
    assert rank_interval(HALF, size) == (low, high)


def test_a_p95_takes_72_values():
    # 1 - 0.95^72 = 0.97511, 1 - 0.95^71 = 0.97380: the largest lies above p95 often enough at 72.
    assert rank_interval(P95, 71) is None
    assert rank_interval(P95, 72) == (64, 72)


def test_five_values_say_too_little_about_their_median():
    assert rank_interval(HALF, 5) is None  # 2 x 0.5^5 = 0.0625


@pytest.mark.parametrize(("size", "rank"), [(1, 1), (20, 19), (21, 20), (100, 95)])
def test_a_p95_is_the_first_value_that_95_in_100_do_not_exceed(size, rank):
    assert nearest_rank(P95, size) == rank  # 0.95 x 21 = 19.95


@given(st.integers(72, 2000))
def test_the_p95_lies_between_its_ranks(size):
    low, high = rank_interval(P95, size)
    assert 1 <= low <= nearest_rank(P95, size) <= high <= size


@given(st.integers(6, 500))
def test_the_ranks_around_a_median_lie_mirrored(size):
    low, high = rank_interval(HALF, size)
    assert low + high == size + 1


@given(st.lists(st.integers(-100, 100), min_size=1))
def test_the_median_is_the_one_of_the_standard_library(values):
    assert median(values) == Fraction(statistics.median(values))


def test_the_middle_of_an_even_sample_is_two_values():
    assert (middle(5), middle(6)) == ((3, 3), (3, 4))
