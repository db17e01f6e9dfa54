from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.cost.workload import Workload, monthly
from sizewise.sizing.plan.break_even import Offer, break_even, monthly_cost
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import LARGE, MINI, long_context, price

AXES = st.sampled_from(["input", "answer", "reasoning", "calls_per_month"])
TOKENS = st.integers(0, 5000)
RATES = st.decimals(0, 50, places=2)


@st.composite
def offers(draw, name):
    rate_in = draw(RATES)
    longer = None
    if draw(st.booleans()):
        longer = long_context(draw(st.integers(1, 5000)), draw(RATES), draw(RATES))
    return Offer(
        name,
        price(rate_in, draw(RATES), cached_input=rate_in / 2, long_context=longer),
        draw(TOKENS),
        draw(TOKENS),
        draw(TOKENS),
        calls_per_month=draw(st.integers(0, 1000)),
        fixed=draw(st.sampled_from([Decimal(0), Decimal("12.5")])),
    )


def test_a_reasoner_with_a_lower_list_price_loses_after_some_thoughts():
    # 300 out at 10 = 3,000 millionths; at 1.10 that buys 2,727.27 tokens, 300 of them the answer.
    large = Offer("large", price("2.50", "10"), answer=300)
    thinker = Offer("thinker", price("0.55", "1.10"), answer=300)
    found = break_even(large, thinker, "reasoning", "second")
    assert found.at == Fraction(3000) / Fraction("1.10") - 300
    assert found.cheaper == ("thinker", "large")


def test_a_server_pays_from_some_number_of_calls():
    # 50 dollars / 0.00021 a call = 238,095.24 calls.
    small = Offer("small", MINI, 1000, 100)
    server = Offer("server", price(0, 0), 1000, 100, fixed=Decimal(50))
    found = break_even(small, server, "calls_per_month")
    assert found.at == Fraction(50) / Fraction("0.00021")
    assert found.cheaper == ("small", "server")
    assert found.why == "small is cheaper at first, server from the break-even on."


def test_dear_input_and_cheap_output_meet_cheap_input_and_dear_output():
    # 1 x n + 2 x 1,000 = 3 x n + 1 x 1,000 at n = 500.
    one = Offer("one", price(1, 2), answer=1000)
    other = Offer("other", price(3, 1), answer=1000)
    found = break_even(one, other, "input")
    assert (found.at, found.cheaper) == (500, ("other", "one"))


def test_a_cache_can_decide():
    # 2 against 3 - 2 x served / 10,000, for input alone: above half, and a cache serves whole steps
    # of 128 tokens: 39 of them are 4,992, 40 are 5,120.
    plain = Offer("plain", price(2, 0), 10_000)
    cached = Offer("cached", price(3, 0, cached_input=1), 10_000)
    found = break_even(plain, cached, "cached_share")
    assert (found.at, found.cheaper) == (Fraction(512, 1000), ("plain", "cached"))
    assert monthly_cost(replace(cached, cached_share=found.at)) < monthly_cost(plain)
    assert monthly_cost(replace(cached, cached_share=Decimal("0.5119"))) > monthly_cost(plain)


def test_a_cache_that_would_have_to_serve_more_than_all_decides_nothing():
    plain = Offer("plain", price("0.5", 0), 10_000)
    cached = Offer("cached", price(3, 0, cached_input=1), 10_000)
    found = break_even(plain, cached, "cached_share")
    assert found.at is None
    assert found.why == "plain stays cheaper from no cache to a cache of everything."


def test_a_cache_that_serves_nothing_decides_nothing():
    # 1,023 tokens are below the 1,024 at which a cache starts.
    plain = Offer("plain", price(2, 0), 1023)
    cached = Offer("cached", price(3, 0, cached_input=0), 1023)
    found = break_even(plain, cached, "cached_share")
    assert (found.at, found.cheaper) == (None, ("plain",))
    assert found.why.startswith("A cache starts at 1,024 repeated tokens, and so many are not sent")


def test_a_growing_input_is_served_from_1024_repeated_tokens():
    # 2n against 3n, and with half of it from a cache for nothing 1.5n: from 2,048 tokens on.
    plain = Offer("plain", price(2, 0))
    cached = Offer("cached", price(3, 0, cached_input=0), cached_share=Decimal("0.5"))
    found = break_even(plain, cached, "input")
    assert (found.points, found.cheaper) == ((2047,), ("plain", "cached"))
    assert monthly_cost(replace(cached, input=2047)) > monthly_cost(replace(plain, input=2047))
    assert monthly_cost(replace(cached, input=2048)) < monthly_cost(replace(plain, input=2048))


def test_the_number_of_calls_never_decides_without_a_fixed_sum():
    found = break_even(
        Offer("small", MINI, 10, 10), Offer("large", LARGE, 10, 10), "calls_per_month"
    )
    assert (found.points, found.cheaper) == ((), ("small",))
    assert "small is cheaper at any number of calls" in found.why


def test_a_model_that_is_cheaper_in_everything_is_never_met():
    found = break_even(Offer("small", MINI, 10, 10), Offer("large", LARGE, 10, 10), "answer")
    assert (found.at, found.why) == (
        None,
        "small is cheaper at every value: the two lines meet nowhere above zero.",
    )


def test_lines_beside_each_other_never_meet():
    found = break_even(Offer("one", price(1, 5)), Offer("two", price(2, 5), 100), "answer")
    assert (found.at, found.cheaper) == (None, ("one",))
    assert "stays cheaper by the same amount" in found.why


def test_equal_offers_have_no_cheaper_one():
    found = break_even(Offer("one", MINI, 10), Offer("two", MINI, 10), "answer")
    assert (found.points, found.cheaper) == ((), (None,))
    assert found.why == "Both cost the same whatever it is."


def test_a_step_of_long_context_rates_can_change_the_cheaper_one():
    # Up to 1,000 tokens 2 against 3; above it 4 against 3. No lines cross: the step decides.
    stepped = Offer("stepped", price(2, 0, long_context=long_context(1000, 4, 0)))
    level = Offer("level", price(3, 0))
    found = break_even(stepped, level, "input")
    assert (found.points, found.cheaper) == ((1000,), ("stepped", "level"))


def test_the_cheaper_one_can_change_twice():
    # 500 + 2n against 3n: equal at 500. Above 1,000 tokens 500 + 4n, so the step turns it again.
    stepped = Offer(
        "stepped",
        price(2, 1, long_context=long_context(1000, 4, 1)),
        answer=500,
    )
    level = Offer("level", price(3, 0))
    found = break_even(stepped, level, "input")
    assert found.points == (500, 1000)
    assert found.cheaper == ("level", "stepped", "level")
    assert found.why == "The cheaper one changes 2 times: level, then stepped, then level."


@given(offers("one"), offers("other"), AXES, st.integers(0, 20_000))
def test_the_named_offer_is_the_cheaper_one_everywhere(one, other, axis, value):
    found = break_even(one, other, axis)
    position = sum(point < value for point in found.points)
    if value in found.points or value == 0:
        return  # at a break-even neither is
    costs = {each.name: monthly_cost(replace(each, **{axis: value})) for each in (one, other)}
    cheaper = found.cheaper[position]
    assert cheaper is None or costs[cheaper] == min(costs.values())


@given(offers("one"), offers("other"), AXES)
def test_changing_places_changes_nothing(one, other, axis):
    there, back = break_even(one, other, axis), break_even(other, one, axis)
    assert (there.points, there.cheaper) == (back.points, back.cheaper)


@given(offers("one"), st.integers(0, 100))
def test_a_month_costs_what_its_receipt_says(offer, percent):
    offer = replace(offer, cached_share=Decimal(percent) / 100)
    written = offer.answer + offer.reasoning
    usage = Usage(offer.input, output=written, reasoning=offer.reasoning)
    job = Workload(usage, offer.calls_per_month, Decimal(percent) / 100)
    assert monthly_cost(offer) == Fraction(monthly(job, offer.price).total) + Fraction(offer.fixed)


def test_an_offer_may_be_a_batch_when_it_has_batch_rates():
    batch = Offer("batch", MINI, 1_000_000, batch=True)
    assert monthly_cost(batch) == Fraction("0.075")
    with pytest.raises(BatchUnavailable):
        monthly_cost(Offer("batch", price(1, 2), batch=True))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("input", -1),
        ("answer", -1),
        ("reasoning", -1),
        ("calls_per_month", -1),
        ("fixed", Decimal(-1)),
        ("cached_share", Decimal(2)),
    ],
)
def test_an_offer_that_cannot_be_names_its_field(field, value):
    with pytest.raises(UsageError) as refused:
        Offer("x", MINI, **{field: value})
    assert refused.value.field == field
