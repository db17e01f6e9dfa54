"""A cascade with a verifier by hand, and its bounds."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.verified import VerifiedCascade
from sizewise.sizing.tokens.usage import UsageError

shares = st.fractions(0, 1, max_denominator=50)


def cascade(small="0.7", large="0.9", caught="0.8", doubted="0.1"):
    return VerifiedCascade(*map(Fraction, (small, large, caught, doubted)))


def test_a_check_sends_on_what_it_catches_and_what_it_doubts():
    # Wrong 0.3 x 0.8 = 0.24, right 0.7 x 0.1 = 0.07: 0.31 sent on.
    # Right in the end: 0.7 x 0.9 + 0.31 x 0.9 = 0.63 + 0.279 = 0.909.
    found = cascade()
    assert (found.escalated, found.accuracy) == (Fraction("0.31"), Fraction("0.909"))
    # The gap is 0.2, and 0.209 of it came back.
    assert found.recovered == Fraction("1.045")


def test_its_cost_is_small_and_check_each_time_and_large_when_sent_on():
    # 1 + 0.5 + 0.31 x 20 = 7.7, against 20
    found = cascade()
    assert found.cost(Decimal(1), Decimal("0.5"), Decimal(20)) == Fraction("7.7")
    assert found.pays(Decimal(1), Decimal("0.5"), Decimal(20))


def test_a_check_that_doubts_everything_costs_more_than_the_large_model():
    assert not cascade(caught="1", doubted="1").pays(Decimal(1), Decimal(0), Decimal(20))


def test_without_a_check_the_small_model_stands():
    found = cascade(caught="0", doubted="0")
    assert (found.escalated, found.accuracy, found.recovered) == (0, Fraction("0.7"), 0)


def test_a_check_that_sends_everything_on_is_the_large_model():
    found = cascade(caught="1", doubted="1")
    assert (found.escalated, found.accuracy, found.recovered) == (1, Fraction("0.9"), 1)


def test_without_a_gap_nothing_is_recovered():
    assert cascade(small="0.9").recovered is None


@given(shares, shares)
def test_a_perfect_check_beats_either_model(small, large):
    found = VerifiedCascade(small, large, caught=Fraction(1), doubted=Fraction(0))
    assert found.accuracy == small + (1 - small) * large >= max(small, large)


@given(shares, shares, shares, shares)
def test_shares_stay_shares(small, large, caught, doubted):
    found = VerifiedCascade(small, large, caught, doubted)
    assert 0 <= found.escalated <= 1
    assert 0 <= found.accuracy <= 1


@pytest.mark.parametrize("field", ["small", "large", "caught", "doubted"])
def test_what_is_no_share_names_its_field(field):
    with pytest.raises(UsageError) as refused:
        cascade(**{field: "1.1"})
    assert refused.value.field == field
