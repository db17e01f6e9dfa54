from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import BatchUnavailable, estimate
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import DAY, LARGE, MINI, long_context, price

RATES = st.decimals(0, 200, places=4)


@st.composite
def usages(draw):
    tokens_in, tokens_out = draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6))
    return Usage(
        tokens_in, draw(st.integers(0, tokens_in)), tokens_out, draw(st.integers(0, tokens_out))
    )


@st.composite
def prices(draw):
    """Prices whose cached rate is a discount, with batch rates."""
    rate_in = draw(RATES)
    return Price(
        input=rate_in,
        cached_input=draw(st.none() | st.decimals(0, rate_in, places=4)),
        output=draw(RATES),
        batch_input=draw(RATES),
        batch_output=draw(RATES),
        source="a law",
        checked_on=DAY,
    )


def kinds(receipt):
    return {line.kind: (line.tokens, line.rate, line.amount) for line in receipt.lines}


def total(*args, **more):
    return estimate(*args, **more).total


def test_fifty_thousand_emails_cost_one_dollar_forty_seven_on_the_small_model():
    # 50,000 x 180 = 9,000,000 in x 0.15 = 1.35; 50,000 x 4 = 200,000 out x 0.60 = 0.12.
    receipt = estimate(Usage(input=180, output=4), MINI, calls=50_000)
    assert kinds(receipt) == {
        "input": (9_000_000, Decimal("0.15"), Decimal("1.35")),
        "output": (200_000, Decimal("0.60"), Decimal("0.12")),
    }
    assert receipt.total == Decimal("1.47")


def test_the_same_emails_cost_seventeen_times_as_much_on_the_large_one():
    # 9 x 2.50 = 22.50; 0.2 x 10 = 2.00.
    assert total(Usage(input=180, output=4), LARGE, calls=50_000) == Decimal("24.50")


def test_a_batch_halves_those_emails():
    # 9 x 0.075 = 0.675; 0.2 x 0.30 = 0.06; together half of 1.47.
    receipt = estimate(Usage(input=180, output=4), MINI, calls=50_000, batch=True)
    assert receipt.total == Decimal("0.735")
    assert receipt.batch


def test_cached_input_and_reasoning_have_lines_of_their_own():
    # 880 x 0.15 = 132; 1,120 x 0.075 = 84; 300 x 0.60 = 180; 700 x 0.60 = 420; in millionths.
    receipt = estimate(Usage(input=2000, cached=1120, output=1000, reasoning=700), MINI)
    assert {kind: line[0::2] for kind, line in kinds(receipt).items()} == {
        "input": (880, Decimal("0.000132")),
        "cached_input": (1120, Decimal("0.000084")),
        "output": (300, Decimal("0.000180")),
        "reasoning": (700, Decimal("0.000420")),
    }
    assert receipt.total == Decimal("0.000816")


def test_what_is_not_used_has_no_line():
    assert kinds(estimate(Usage(input=5), MINI)).keys() == {"input"}
    assert estimate(Usage(input=0), MINI).lines == ()
    assert total(Usage(input=5), MINI, calls=0) == 0


def test_without_a_cached_rate_cached_input_costs_the_full_rate():
    assert total(Usage(input=100, cached=60), price(2, 8)) == Decimal("0.0002")


def test_a_cache_may_be_free():
    assert total(Usage(input=100, cached=100), price(2, 8, cached_input=0)) == 0


def test_input_written_to_a_cache_has_its_own_rate():
    # Anthropic's published multiples on an input rate of 3: reading 0.1, writing 1.25.
    # 100 x 3 = 300; 500 x 0.30 = 150; 400 x 3.75 = 1,500; in millionths.
    sonnet = price(3, 15, cached_input="0.3", cache_write="3.75")
    receipt = estimate(Usage(input=1000, cached=500, cache_written=400), sonnet)
    assert {kind: line[0::2] for kind, line in kinds(receipt).items()} == {
        "input": (100, Decimal("0.0003")),
        "cached_input": (500, Decimal("0.00015")),
        "cache_write": (400, Decimal("0.0015")),
    }


def test_without_a_rate_for_it_writing_to_a_cache_is_plain_input():
    assert total(Usage(input=100, cache_written=60), price(2, 8)) == Decimal("0.0002")
    long = price(2, 8, cache_write=3, long_context=long_context(50, 4, 12))
    assert total(Usage(input=100, cache_written=100), long) == Decimal("0.0004")


def test_a_cheaper_model_per_token_can_cost_more_per_task():
    # 300 out at 10 = 0.003; 4,300 out, 4,000 of them reasoning, at 1.10 = 0.00473.
    large = total(Usage(input=0, output=300), price("2.50", "10"))
    reasoner = total(Usage(input=0, output=4300, reasoning=4000), price("0.55", "1.10"))
    assert (large, reasoner) == (Decimal("0.003"), Decimal("0.00473"))


def test_batch_rates_are_refused_when_there_are_none():
    with pytest.raises(BatchUnavailable, match="no batch price"):
        estimate(Usage(input=1), price(1, 2), batch=True)
    with pytest.raises(BatchUnavailable):
        estimate(Usage(input=1), price(1, 2, batch_input=1), batch=True)


def test_a_batch_keeps_the_standard_cached_rate():
    plain = price(4, 8, cached_input=1, batch_input=2, batch_output=4)
    own = price(4, 8, cached_input=1, batch_input=2, batch_cached_input="0.5", batch_output=4)
    usage = Usage(input=1_000_000, cached=1_000_000)
    assert total(usage, plain, batch=True) == 1
    assert total(usage, own, batch=True) == Decimal("0.5")


def test_a_cached_rate_above_the_batch_rate_does_not_hold_in_a_batch():
    without_discount = price(4, 8, batch_input=2, batch_output=4)
    assert total(Usage(input=1_000_000, cached=1_000_000), without_discount, batch=True) == 2


LONG = price(2, 8, long_context=long_context(1000, 4, 12), batch_input=1, batch_output=4)


@pytest.mark.parametrize(
    ("tokens", "micro"),
    # At the threshold the plain rate holds for all, one token above it the long one: 2 or 4 each.
    [(999, 1998), (1000, 2000), (1001, 4004)],
)
def test_long_context_rates_hold_for_the_whole_of_a_long_call(tokens, micro):
    assert total(Usage(input=tokens), LONG) == Decimal(micro).scaleb(-6)


def test_many_short_calls_are_no_long_call():
    # 500 x 100 = 50,000 tokens at the plain rate of 2.
    assert total(Usage(input=500), LONG, calls=100) == Decimal("0.1")


def test_a_long_call_has_its_own_output_and_cached_rates():
    # 501 x 4 + 500 x 4 (no cached rate) + 10 x 12 = 4,124 millionths; with a cached rate of 1
    # 501 x 4 + 500 x 1 + 10 x 12 = 2,624.
    usage = Usage(input=1001, cached=500, output=10)
    assert total(usage, LONG) == Decimal("0.004124")
    discounted = price(2, 8, long_context=long_context(1000, 4, 12, cached=1))
    assert total(usage, discounted) == Decimal("0.002624")


def test_no_batch_price_is_known_for_long_calls():
    assert total(Usage(input=1000), LONG, batch=True) == Decimal("0.001")
    with pytest.raises(BatchUnavailable, match="above 1,000 input tokens"):
        estimate(Usage(input=1001), LONG, batch=True)


def test_a_negative_number_of_calls_is_refused():
    with pytest.raises(UsageError) as refused:
        estimate(Usage(input=1), MINI, calls=-1)
    assert refused.value.field == "calls"


@given(usages(), prices(), st.booleans())
def test_the_lines_add_up_to_the_total(usage, rates, batch):
    receipt = estimate(usage, rates, calls=3, batch=batch)
    assert receipt.total == sum(line.amount for line in receipt.lines)
    assert sum(line.tokens for line in receipt.lines) == 3 * (usage.input + usage.output)


@given(usages(), prices(), st.integers(0, 1000), st.integers(0, 1000), st.booleans())
def test_calls_cost_the_sum_of_their_parts(usage, rates, some, others, batch):
    together = total(usage, rates, calls=some + others, batch=batch)
    apart = [total(usage, rates, calls=calls, batch=batch) for calls in (some, others)]
    assert together == sum(apart)


@given(usages(), usages(), prices())
def test_two_calls_cost_the_sum_of_each(one, other, rates):
    both = Usage(
        one.input + other.input,
        one.cached + other.cached,
        one.output + other.output,
        one.reasoning + other.reasoning,
    )
    assert total(both, rates) == total(one, rates) + total(other, rates)


@given(usages(), prices(), st.booleans())
def test_caching_never_costs_more(usage, rates, batch):
    cold = Usage(usage.input, 0, usage.output, usage.reasoning)
    assert total(usage, rates, batch=batch) <= total(cold, rates, batch=batch)


@given(usages(), prices())
def test_reasoning_is_billed_as_output(usage, rates):
    silent = Usage(usage.input, usage.cached, usage.output)
    assert total(usage, rates) == total(silent, rates)
