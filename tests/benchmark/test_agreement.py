"""Alpha and kappa against their authors' examples, and what any such measure must keep to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.agreement import alpha, kappa, reliable, strength, tabled

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers,
# twelve units, some values missing.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
FOUR_OBSERVERS = [
    [value for value in unit if value is not None] for unit in zip(*OBSERVERS, strict=True)
]
# The worked example of Fleiss' kappa: ten subjects, fourteen raters, five categories.
FOURTEEN_RATERS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
units = st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=8)
LEVELS = st.sampled_from(["nominal", "ordinal", "interval"])


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_of_the_four_observers_is_the_published_one(level, published):
    assert round(float(alpha(FOUR_OBSERVERS, level)), 3) == published


def test_kappa_of_the_fourteen_raters_is_the_published_one():
    assert round(float(kappa(FOURTEEN_RATERS)), 3) == 0.210


def test_two_raters_who_swap_two_categories_do_worse_than_luck():
    # Units (1,2) and (2,1): all four pairs differ, o = 4; n = 4 values, two of each.
    # Expected: 2 x 2 x 2 / (4 - 1) = 8/3. Alpha = 1 - 4 / (8/3) = -1/2.
    assert alpha([(1, 2), (2, 1)], "nominal") == Fraction(-1, 2)


def test_where_nothing_could_differ_there_is_no_measure():
    assert alpha([(3, 3), (3, 3)], "interval") is None
    assert alpha([(1,), (2,)], "nominal") is None
    assert alpha([], "nominal") is None
    assert kappa([(3, 0), (3, 0)]) is None


def test_kappa_wants_as_many_raters_for_each_unit():
    with pytest.raises(ValueError, match="same number of raters"):
        kappa([(2, 1), (2, 0)])
    with pytest.raises(ValueError, match="same number of raters"):
        kappa([])


def test_a_table_counts_each_category():
    assert tabled([(1, 3, 3), (2, 2, 2)]) == [[1, 0, 2], [0, 3, 0]]


@given(units, LEVELS)
def test_full_agreement_is_one_and_nothing_is_above_it(rated, level):
    found = alpha(rated, level)
    same = [[unit[0]] * 3 for unit in rated]
    assert found is None or found <= 1
    assert alpha(same, level) in (1, None)


@given(units, LEVELS)
def test_the_order_of_raters_makes_no_difference(rated, level):
    assert alpha(rated, level) == alpha([sorted(unit) for unit in rated], level)


@given(units, LEVELS, st.integers(-5, 5))
def test_alpha_does_not_know_where_a_scale_begins(rated, level, shift):
    assert alpha(rated, level) == alpha([[v + shift for v in unit] for unit in rated], level)


@given(units, st.integers(2, 9))
def test_the_interval_alpha_does_not_know_the_unit_of_a_scale(rated, factor):
    larger = [[v * factor for v in unit] for unit in rated]
    assert alpha(rated, "interval") == alpha(larger, "interval")


@given(units, LEVELS)
def test_a_unit_rated_once_changes_nothing(rated, level):
    assert alpha(rated, level) == alpha([*rated, [1]], level)


@given(st.lists(st.lists(st.integers(1, 2), min_size=3, max_size=3), min_size=2, max_size=8))
def test_with_two_categories_every_level_says_the_same(rated):
    assert alpha(rated, "nominal") == alpha(rated, "ordinal") == alpha(rated, "interval")


@given(units)
def test_alpha_comes_to_kappa_as_the_sample_grows(rated):
    # For equal numbers of raters the two differ only by the correction for n values in all:
    # 1 - alpha = (1 - kappa) (n - 1) / n (Krippendorff 2004, 11.3).
    found = alpha(rated, "nominal")
    if found is not None:
        n = 3 * len(rated)
        assert 1 - found == (1 - kappa(tabled(rated))) * Fraction(n - 1, n)


@pytest.mark.parametrize(
    ("agreement", "word"),
    [
        (-0.1, "none"),
        (0, "none"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.6, "moderate"),
        (0.61, "substantial"),
        (0.8, "substantial"),
        (0.81, "almost perfect"),
        (1, "almost perfect"),
    ],
)
def test_bands_are_those_of_landis_and_koch(agreement, word):
    assert strength(Fraction(str(agreement))) == word


def test_conclusions_may_rest_on_eight_tenths():
    assert reliable(Fraction(4, 5))
    assert not reliable(Fraction(79, 100))
