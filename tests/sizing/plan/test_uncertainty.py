from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.plan import Plan, plan_cost
from sizewise.sizing.plan.uncertainty import Band, cost_band, likely, tornado
from sizewise.sizing.tokens.usage import UsageError
from tests.sizing.models import LARGE, MINI

PLAN = Plan(1000, 100, Decimal(1000))


def band(low, mid, high):
    return Band(Decimal(str(low)), Decimal(str(mid)), Decimal(str(high)))


def month(plan):
    return plan_cost(plan, MINI, LARGE).per_month


def banded(values):
    return st.lists(values, min_size=3, max_size=3).map(sorted).map(lambda three: band(*three))


BANDS = st.fixed_dictionaries(
    {},
    optional={
        "input": banded(st.integers(0, 10**4)),
        "answer": banded(st.integers(0, 10**4)),
        "reasoning": banded(st.integers(0, 10**4)),
        "calls_per_day": banded(st.integers(0, 10**5)),
        "cached_share": banded(st.decimals(0, 1, places=2)),
        "batch_share": banded(st.decimals(0, 1, places=2)),
        "retry_share": banded(st.decimals(0, 1, places=2)),
        "escalation_share": banded(st.decimals(0, 1, places=2)),
    },
)


def test_each_variable_is_swung_alone_and_the_widest_comes_first():
    swings = tornado(PLAN, {"answer": band(50, 100, 400), "input": band(500, 1000, 1500)}, month)
    # Answer: 150 + 30 = 180 or 150 + 240 = 390 millionths, 30,000 times: 5.40 to 11.70.
    # Input: 75 + 60 = 135 or 225 + 60 = 285: 4.05 to 8.55.
    assert [(s.variable, s.at_low, s.at_high, s.width) for s in swings] == [
        ("answer", Decimal("5.4"), Decimal("11.7"), Decimal("6.3")),
        ("input", Decimal("4.05"), Decimal("8.55"), Decimal("4.5")),
    ]


def test_the_band_takes_every_guess_at_its_cheap_and_at_its_dear_end():
    bands = {"answer": band(50, 100, 400), "input": band(500, 1000, 1500)}
    # 75 + 30 = 105, 150 + 60 = 210, 225 + 240 = 465 millionths; 30,000 times.
    assert cost_band(PLAN, bands, month) == band("3.15", "6.3", "13.95")


def test_a_larger_batch_share_is_the_cheap_end():
    found = cost_band(PLAN, {"batch_share": band(0, "0.5", 1)}, month)
    # All as a batch costs half of 6.30.
    assert found == band("3.15", "4.725", "6.3")


def test_the_others_stay_at_their_likely_value():
    bands = {"answer": band(0, 200, 200), "input": band(0, 2000, 2000)}
    assert (likely(PLAN, bands).answer, likely(PLAN, bands).input) == (200, 2000)
    swing = next(each for each in tornado(PLAN, bands, month) if each.variable == "answer")
    assert swing.at_low == Decimal("9")  # 2,000 x 0.15 = 300 millionths, 30,000 times


def test_nothing_uncertain_has_no_swing_and_no_width():
    assert tornado(PLAN, {}, month) == ()
    assert cost_band(PLAN, {}, month) == band("6.3", "6.3", "6.3")


def test_no_likely_calls_do_not_hide_what_the_others_cost():
    bands = {"input": band(0, 1, 1), "calls_per_day": band(0, 0, 1)}
    # 1 token x 0.15 + 100 x 0.60 = 60.15 millionths, 30 times.
    assert cost_band(PLAN, bands, month) == band(0, 0, "0.0018045")


def test_a_shorter_input_that_misses_the_cache_is_not_the_cheap_end():
    # 1,297 tokens, 1,024 of them cached: 273 x 0.15 + 1,024 x 0.075 = 117.75 millionths. 786 tokens
    # are too few for the cache: 117.9. And 60 for the answer; 30,000 times.
    bands = {"input": band(786, 1297, 1297), "cached_share": band(0, 0, "0.79")}
    assert cost_band(PLAN, bands, month).low == Decimal("5.3325")


@given(BANDS)
def test_no_single_swing_leaves_the_band(bands):
    whole = cost_band(PLAN, bands, month)
    for swing in tornado(PLAN, bands, month):
        assert whole.low <= min(swing.at_low, swing.at_high)
        assert max(swing.at_low, swing.at_high) <= whole.high


@pytest.mark.parametrize(("low", "mid", "high"), [(2, 1, 3), (1, 3, 2), (3, 2, 1)])
def test_a_band_out_of_order_is_refused(low, mid, high):
    with pytest.raises(UsageError) as refused:
        band(low, mid, high)
    assert refused.value.field == "band"
