"""How likely luck is."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.tails import Guess, binomial, chi_square, chi_square_tail, luck, sign_test


def four_option_items(right, asked):
    return [Guess(options=4, tied=1, hit=n < right) for n in range(asked)]


@pytest.mark.parametrize(("asked", "enough"), [(10, 6), (15, 8), (20, 9), (30, 13), (50, 19)])
def test_the_binomial_tail_gives_the_published_table_of_longest_keys(asked, enough):
    assert luck(four_option_items(enough, asked)) < 0.05
    assert luck(four_option_items(enough - 1, asked)) >= 0.05


def test_six_of_ten_by_luck_is_two_in_a_hundred():
    # 1 - binomial cdf(5; 10, 1/4): sum over k = 6..10 of C(10, k) 3^(10 - k) / 4^10
    # = (210*81 + 120*27 + 45*9 + 10*3 + 1) / 1048576 = 20686 / 1048576
    assert luck(four_option_items(6, 10)) == pytest.approx(20686 / 1048576)


def test_items_with_different_option_counts_are_weighed_each_by_its_own():
    # both right: 1/2 * 1/4; at least one right: 1 - 1/2 * 3/4
    both = [Guess(2, 1, True), Guess(4, 1, True)]
    one = [Guess(2, 1, True), Guess(4, 1, False)]
    assert luck(both) == pytest.approx(1 / 8)
    assert luck(one) == pytest.approx(5 / 8)


def test_a_rule_that_likes_all_options_alike_learns_nothing():
    assert luck([Guess(4, 4, True)] * 20) == pytest.approx(1)


def test_a_tie_of_two_gives_half_a_point_twice_as_often():
    # half a point with chance 2/4 on each of two items; both hit: 1/4
    assert luck([Guess(4, 2, True)] * 2) == pytest.approx(1 / 4)


def test_without_items_nothing_is_surprising():
    assert luck([]) == 1


guesses = st.lists(
    st.tuples(st.integers(2, 6), st.integers(1, 6), st.booleans())
    .filter(lambda each: each[1] <= each[0])
    .map(lambda each: Guess(each[0], each[1], each[2] or each[0] == each[1])),
    max_size=12,
)


@given(guesses)
def test_luck_is_a_probability(tried):
    assert 0 <= luck(tried) <= 1 + 1e-9


@given(guesses)
def test_one_more_hit_is_never_easier_by_luck(tried):
    worse = [Guess(g.options, g.tied, g.tied == g.options) for g in tried]
    assert luck(tried) <= luck(worse) + 1e-9


# Upper 5 % and 1 % points as in any printed table of chi-square
CRITICAL = [
    (1, 3.841, 0.05),
    (2, 5.991, 0.05),
    (3, 7.815, 0.05),
    (4, 9.488, 0.05),
    (5, 11.070, 0.05),
    (10, 18.307, 0.05),
    (1, 6.635, 0.01),
    (3, 11.345, 0.01),
    (5, 15.086, 0.01),
]


@pytest.mark.parametrize(("degrees", "value", "tail"), CRITICAL)
def test_chi_square_meets_its_published_critical_values(degrees, value, tail):
    assert chi_square_tail(value, degrees) == pytest.approx(tail, rel=1e-3)


@given(st.floats(0, 60), st.integers(1, 8))
def test_chi_square_falls_by_its_own_density_from_two_degrees_to_the_next(x, k):
    """Q(x; k + 2) - Q(x; k) = (x/2)^(k/2) e^(-x/2) / gamma(k/2 + 1)."""
    step = (x / 2) ** (k / 2) * math.exp(-x / 2) / math.gamma(k / 2 + 1)
    assert chi_square_tail(x, k + 2) - chi_square_tail(x, k) == pytest.approx(step, abs=1e-9)


def test_the_statistic_is_the_sum_of_squared_surprises():
    # (8-5)^2/5 + (2-5)^2/5 = 9/5 + 9/5
    assert chi_square([8, 2], [5, 5]) == pytest.approx(3.6)


def test_the_binomial_probabilities_are_pascals_row():
    # (1/2 + 1/2)^4: 1, 4, 6, 4, 1 of 16
    assert binomial(4, 0.5) == pytest.approx([1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16])


@given(st.integers(1, 400), st.floats(0.01, 0.99))
def test_the_binomial_probabilities_are_all_there_is(trials, chance):
    assert math.fsum(binomial(trials, chance)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("first", "second", "published"),
    [
        (6, 16, 0.0525),  # M. W. Fagerland et al., BMC Medical Research Methodology 13:91 (2013)
        (86, 150, 3.716e-05),  # A. Agresti, Categorical Data Analysis: approval of a president
    ],
)
def test_the_sign_test_gives_the_published_chances(first, second, published):
    assert sign_test(first, second) == pytest.approx(published, rel=1e-3)
    assert sign_test(second, first) == sign_test(first, second)


def test_an_even_split_is_no_surprise_at_all():
    assert sign_test(0, 0) == sign_test(4, 4) == 1
