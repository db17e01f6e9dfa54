"""The sign-flip test and McNemar's against published examples, and the sentences they make."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.comparison import (
    Verdicts,
    compare,
    sign_flip,
    times_sentence,
    verdicts_sentence,
)
from tests.benchmark.builders import LARGE, failure, graded, trial

# C. Darwin's fifteen pairs of maize, crossed less self-fertilised, in eighths of an inch. Of the
# 32,768 ways to turn their signs 1,726 reach their sum of 314 (R. A. Fisher, The Design of
# Experiments, 1935, section 21): 5.267 %.
MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
differences = st.lists(st.integers(-50, 50), max_size=9)


def test_darwins_maize_has_fishers_chance():
    assert sign_flip(MAIZE, 1) == 1726 / 32768


def test_a_drawn_sample_of_flips_comes_close_to_all_of_them():
    # The maize with two pairs that do not differ, which leaves the chance as it is: 17 pairs.
    assert sign_flip((*MAIZE, 0, 0), 1) == pytest.approx(1726 / 32768, abs=0.007)


def test_mcnemar_of_22_differing_pairs_is_the_published_one():
    # M. W. Fagerland et al., BMC Medical Research Methodology 13:91 (2013)
    assert Verdicts(59, 6, 16, 80).chance == pytest.approx(0.0525, abs=5e-5)


@given(differences)
def test_the_exact_chance_counts_every_way_to_turn_the_signs(given_ones):
    far = abs(sum(given_ones))
    ways = [
        abs(sum(s * d for s, d in zip(signs, given_ones, strict=True))) >= far
        for signs in product((1, -1), repeat=len(given_ones))
    ]
    assert sign_flip(given_ones, 1) == sum(ways) / len(ways)


@given(differences, st.integers(1, 1000))
def test_neither_the_unit_nor_the_direction_makes_a_difference(given_ones, factor):
    assert sign_flip(given_ones, 1) == sign_flip([-factor * d for d in given_ones], 1)


@given(st.lists(st.integers(-50, 50), min_size=17, max_size=40), st.integers(0, 9))
def test_a_chance_that_is_drawn_is_never_none(given_ones, seed):
    assert 0 < sign_flip(given_ones, seed) <= 1


def test_the_same_seed_draws_the_same_chance():
    given_ones = range(-12, 20)
    assert sign_flip(given_ones, 7) == sign_flip(given_ones, 7) != sign_flip(given_ones, 8)


def pair(sample, first_end, second_end, rights=(None, None)):
    grades = [None if right is None else graded(right) for right in rights]
    return (
        trial(sample, first=0, end=first_end, grade=grades[0]),
        trial(sample, LARGE, first=0, end=second_end, grade=grades[1]),
    )


def compared(*pairs):
    [found] = compare([each for both in pairs for each in both], "small", LARGE, 1)
    return found


def test_pairs_are_made_by_sample_and_failures_are_left_out():
    found = compared(pair(0, 1_000_000, 3_000_000), (trial(1), failure(1, LARGE)), (trial(2),))
    assert (found.times.differences, found.times.left_out) == ((2_000_000,), 2)


def test_warm_ups_and_second_tries_are_no_pairs():
    found = compared(
        pair(0, 1, 2),
        (trial(1, warm_up=True), trial(1, LARGE, warm_up=True)),
        (trial(0, attempt=2), trial(0, LARGE, attempt=2, end=9_000_000)),
    )
    assert found.times.differences == (1,)


def test_a_model_that_did_not_run_has_no_comparison():
    assert compare([trial()], "small", LARGE, 1) == ()


def test_a_clear_difference_is_called_one():
    found = compared(*(pair(n, 1_000_000 + n, 1_500_000) for n in range(12)))
    # Only 2 of 4,096 ways are as far from 0.
    assert times_sentence(found) == (
        "small was faster than large by 0.5 s a sample on average over 12 samples. "
        "Luck alone would do that less than once in 1,000 times."
    )


def test_a_difference_that_could_be_chance_says_so():
    found = compared(*(pair(n, 1_000_000, 1_500_000) for n in range(3)))
    # 2 of 8 ways.
    assert times_sentence(found) == (
        "small was faster than large by 0.5 s a sample on average over 3 samples, but this "
        "difference could be chance: luck alone does as much 25 times in 100."
    )


def test_times_without_a_pair_tell_nothing():
    found = compared((failure(0), trial(0, LARGE)))
    assert times_sentence(found) == (
        "No sample has a whole reply of both small and large: their times tell nothing."
    )


def test_equal_times_are_called_equal():
    found = compared(pair(0, 5, 5))
    assert times_sentence(found) == "small and large took the same time on average."


def test_right_and_wrong_are_told_by_where_the_two_differ():
    found = compared(
        *(pair(n, 1, 1, (False, True)) for n in range(8)),
        *(pair(n, 1, 1, (True, True)) for n in range(8, 20)),
    )
    # 2 / 2^8 = 0.0078
    assert verdicts_sentence(found) == (
        "Of 20 samples, large alone was right at 8 and small alone at 0. "
        "Luck alone would do that 0.781 times in 100."
    )


def test_right_and_wrong_that_could_be_chance_say_so():
    found = compared(*(pair(n, 1, 1, (n > 0, n == 0)) for n in range(3)))
    # 2 of 3, or 1 of 3: nothing is more even.
    assert verdicts_sentence(found) == (
        "Of 3 samples, small alone was right at 2 and large alone at 1, but this difference could "
        "be chance: luck alone does as much 100 times in 100."
    )


def test_equally_often_right_is_said_with_the_number():
    found = compared(pair(0, 1, 1, (True, True)), pair(1, 1, 1, (False, False)))
    assert verdicts_sentence(found) == (
        "small and large were right equally often, at 1 of 2 samples."
    )


def test_without_grades_nothing_is_said_of_right_and_wrong():
    assert verdicts_sentence(compared(pair(0, 1, 1))) == (
        "No sample of both small and large was graded."
    )


def test_thousands_of_pairs_come_close_to_the_normal_curve():
    # 5,000 differences of 1 or -1, 2,560 of them 1: a sum of 120 is 120 / sqrt(5,000) = 1.697
    # standard errors away, or 1.683 with half a step to the next sum: 9.2 in 100.
    assert sign_flip([1] * 2560 + [-1] * 2440, 1) == pytest.approx(0.0923, abs=0.01)
