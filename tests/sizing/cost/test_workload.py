from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.cost.workload import Workload, billed_elsewhere, cacheable, monthly, one_call
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import MINI, price

SHARES = st.decimals(0, 1, places=2)


@pytest.mark.parametrize(
    ("tokens", "share", "cached"),
    [
        (1023, "1", 0),
        (1024, "1", 1024),
        (1151, "1", 1024),
        (1152, "1", 1152),
        (2006, "1", 1920),  # the example of OpenAI's prompt caching guide: 2006 in, 1920 cached
        (2000, "0.5", 0),  # 1,000 repeated tokens are too few
        (4000, "0.5", 1920),  # 2,000 repeated tokens: 15 steps of 128
        (0, "1", 0),
        (5000, "0", 0),
    ],
)
def test_a_cache_starts_at_1024_tokens_and_grows_by_128(tokens, share, cached):
    assert cacheable(tokens, Decimal(share)) == cached


@pytest.mark.parametrize(("kept", "billed"), [(3, 0), (1023, 0), (1100, 1024), (1152, 1152)])
def test_what_a_server_of_ones_own_kept_is_billed_as_a_makers_cache_would_serve_it(kept, billed):
    call = Usage(2000, kept, 10)
    assert billed_elsewhere(call) == Usage(2000, billed, 10)


@given(st.integers(0, 10**6), SHARES)
def test_a_cache_never_serves_more_than_repeats(tokens, share):
    cached = cacheable(tokens, share)
    assert cached <= tokens * share
    assert cached == 0 or (cached >= 1024 and cached % 128 == 0)


@given(st.integers(0, 10**5), SHARES, SHARES)
def test_a_larger_share_is_never_served_less(tokens, one, other):
    low, high = sorted((one, other))
    assert cacheable(tokens, low) <= cacheable(tokens, high)


def test_a_month_of_emails_costs_one_dollar_forty_seven():
    assert monthly(Workload(Usage(180, output=4), 50_000), MINI).total == Decimal("1.47")


def test_a_long_repeated_prompt_is_served_from_the_cache():
    # 1,920 of 2,006 tokens at 0.075 and 86 at 0.15: 144 + 12.9 millionths, 1,000 times.
    workload = Workload(Usage(2006), 1000, cached_share=Decimal(1))
    assert monthly(workload, MINI).total == Decimal("0.1569")
    assert one_call(workload) == Usage(2006, cached=1920)


def test_a_batch_uses_batch_rates():
    workload = Workload(Usage(180, output=4), 50_000, batch=True)
    assert monthly(workload, MINI).total == Decimal("0.735")
    with pytest.raises(BatchUnavailable):
        monthly(workload, price(1, 2))


@pytest.mark.parametrize(
    ("field", "workload"),
    [
        ("cached", {"usage": Usage(10, cached=5), "calls_per_month": 1}),
        (
            "cached_share",
            {"usage": Usage(10), "calls_per_month": 1, "cached_share": Decimal("1.1")},
        ),
        ("cached_share", {"usage": Usage(10), "calls_per_month": 1, "cached_share": Decimal(-1)}),
        ("calls_per_month", {"usage": Usage(10), "calls_per_month": -1}),
    ],
)
def test_a_workload_that_cannot_be_names_the_number(field, workload):
    with pytest.raises(UsageError) as refused:
        Workload(**workload)
    assert refused.value.field == field


@given(st.integers(0, 10**5), st.integers(0, 10**5), SHARES, st.booleans())
def test_repeating_the_prompt_never_costs_more(tokens, calls, share, batch):
    fresh = Workload(Usage(tokens, output=10), calls, batch=batch)
    repeated = Workload(Usage(tokens, output=10), calls, share, batch)
    assert monthly(repeated, MINI).total <= monthly(fresh, MINI).total
