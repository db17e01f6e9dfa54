"""The geometric series behind a retry ladder."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.retries import Ladder

shares = st.decimals(min_value="0.01", max_value="0.99", places=2)
tries = st.integers(1, 4)


def ladder(valid, tries):
    return Ladder(Decimal(str(valid)), tries)


def test_three_tries_at_nine_in_ten_fail_once_in_a_thousand():
    assert ladder("0.9", 3).all_fail == Decimal("0.001")  # 0.1 x 0.1 x 0.1


def test_tries_are_paid_for_only_when_they_are_needed():
    # 1 + 0.1 + 0.01: the second try is needed once in ten times, the third once in a hundred
    assert ladder("0.9", 3).expected == Decimal("1.11")
    assert ladder("0.5", 4).expected == Decimal("1.875")  # 1 + 1/2 + 1/4 + 1/8


def test_cost_is_expected_tries_times_one_try():
    assert ladder("0.5", 2).cost(Decimal("0.002")) == Decimal("0.003")  # 1.5 x 0.002


def test_a_perfect_model_needs_one_try():
    perfect = ladder(1, 4)
    assert (perfect.all_fail, perfect.expected) == (0, 1)


def test_a_model_that_never_fits_pays_every_try_for_nothing():
    hopeless = ladder(0, 4)
    assert (hopeless.all_fail, hopeless.expected) == (1, 4)
    assert hopeless.per_usable(Decimal(1)) is None


@given(shares, tries)
def test_the_series_is_the_closed_form(valid, number):
    one = Ladder(valid, number)
    closed = (1 - (1 - valid) ** number) / valid  # the sum of a geometric series
    assert abs(one.expected - closed) < Decimal("1e-20")


@given(shares, tries)
def test_a_usable_reply_costs_the_same_however_often_one_may_try(valid, number):
    assert abs(Ladder(valid, number).per_usable(Decimal(1)) - 1 / valid) < Decimal("1e-20")


@given(shares, tries)
def test_one_more_try_fails_less_and_costs_more(valid, number):
    one, more = Ladder(valid, number), Ladder(valid, number + 1)
    assert more.all_fail < one.all_fail
    assert more.expected > one.expected


@pytest.mark.parametrize(("valid", "number"), [("1.1", 1), ("-0.1", 1), ("0.5", 0)])
def test_what_cannot_be_is_refused(valid, number):
    with pytest.raises(ValueError, match=r"share|try"):
        ladder(valid, number)


def test_tries_that_are_not_billed_cost_time_and_no_money():
    # Two tries at 80 %: 1 - 0.2 x 0.2 = 0.96 of a try is paid, not 1 + 0.2.
    one = ladder("0.8", 2)
    assert one.cost_if_failures_are_free(Decimal(100)) == 96
    assert one.cost(Decimal(100)) == 120


@given(shares, tries)
def test_free_failures_make_a_usable_reply_cost_one_try(valid, number):
    one = Ladder(valid, number)
    paid = one.cost_if_failures_are_free(Decimal(1)) / (1 - one.all_fail)
    assert abs(paid - 1) < Decimal("1e-20")
