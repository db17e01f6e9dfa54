from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.plan import Plan
from sizewise.sizing.plan.rate_limits import Busy, RateLimits, check_rates
from sizewise.sizing.tokens.usage import UsageError

TIER_1 = RateLimits(requests_per_minute=500, tokens_per_minute=200_000)
"""What OpenAI has published for GPT-4o mini on its first paid tier."""
ALL_DAY = Busy(Decimal(24), Decimal(1))


def plan(calls, **more):
    return Plan(1000, 100, Decimal(calls), **more)


def test_the_busiest_minute_is_the_average_times_the_peak():
    # 4,800 calls in 8 hours are 10 a minute; at the peak 30, of 1,100 tokens each.
    found = check_rates(plan(4800), TIER_1, Busy(Decimal(8), Decimal(3)))
    assert (found.requests.needed, found.tokens.needed) == (30, 33_000)
    assert found.fits


def test_tokens_can_be_too_many_where_requests_are_not():
    # 288,000 in 24 hours are 200 a minute and 220,000 tokens.
    found = check_rates(plan(288_000), TIER_1, ALL_DAY)
    assert (found.requests.fits, found.tokens.fits, found.fits) == (True, False, False)


def test_the_limits_tell_how_many_calls_a_day_there_can_be():
    # 200,000 tokens a minute / 1,100 x 1,440 minutes = 261,818.18.
    assert check_rates(plan(1), TIER_1, ALL_DAY).most_calls_per_day == 261_818
    # 500 requests a minute x 1,440, when calls are tiny.
    tiny = Plan(1, 0, Decimal(1))
    assert check_rates(tiny, TIER_1, ALL_DAY).most_calls_per_day == 720_000


def test_retries_count_and_batches_do_not():
    busy = check_rates(plan(1440, retry_share=Decimal("0.5")), TIER_1, ALL_DAY)
    assert busy.requests.needed == Decimal("1.5")
    batched = check_rates(plan(1440, batch_share=Decimal(1)), TIER_1, ALL_DAY)
    assert (batched.requests.needed, batched.most_calls_per_day) == (0, None)


def test_without_a_known_limit_everything_fits():
    found = check_rates(plan(10**9), RateLimits(None, None), ALL_DAY)
    assert (found.fits, found.most_calls_per_day) == (True, None)


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(1, 10**6), st.integers(1, 24))
def test_the_most_calls_fit_and_one_more_does_not(tokens, requests, per_minute, hours):
    limits, busy = RateLimits(requests, per_minute), Busy(Decimal(hours), Decimal(2))
    most = check_rates(Plan(tokens, 0, Decimal(1)), limits, busy).most_calls_per_day
    assert check_rates(Plan(tokens, 0, Decimal(most)), limits, busy).fits
    assert not check_rates(Plan(tokens, 0, Decimal(most + 1)), limits, busy).fits


@pytest.mark.parametrize(
    ("field", "value"),
    [("hours", 0), ("hours", 25), ("hours", -1), ("peak_factor", Decimal("0.9"))],
)
def test_a_day_that_cannot_be_names_its_field(field, value):
    with pytest.raises(UsageError) as refused:
        Busy(**{field: Decimal(value)})
    assert refused.value.field == field
