"""What a break-even says of two models of the catalogue, against what their months cost."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.plan.break_even import Offer, break_even, monthly_cost
from tests.ours import ours

AXES = ("input", "answer", "reasoning", "cached_share", "calls_per_month")
SHARES = tuple(Fraction(number, 10) for number in range(11))


@cache
def prices():
    """The price of each model on the last day on which somebody checked one."""
    profiles = ours().catalogue.profiles
    day = max(each.file.prices_checked_on for each in profiles.values())
    found = {}
    for name, profile in profiles.items():
        try:
            found[name] = profile.price_on(day)
        except PriceUnknown:
            continue
    return found


@st.composite
def pairs(draw):
    names = draw(st.lists(st.sampled_from(sorted(prices())), min_size=2, max_size=2, unique=True))
    tokens = st.integers(0, 20_000)
    call = {
        "input": draw(tokens),
        "answer": draw(st.sampled_from([0, 300])),
        "reasoning": draw(st.sampled_from([0, 800])),
        "cached_share": draw(st.sampled_from(SHARES)),
        "calls_per_month": draw(st.sampled_from([1, 3000])),
    }
    return tuple(Offer(name, prices()[name], **call) for name in names)


def pair(first, second, **call):
    return Offer(first, prices()[first], **call), Offer(second, prices()[second], **call)


WHOSE = st.sampled_from(["both", "first", "second"])


def gap(both, axis, whose, value):
    """What the first costs more than the second with the variable at that value."""
    moves = (whose != "second", whose != "first")
    first, second = (
        monthly_cost(replace(each, **{axis: value}) if moved else each)
        for each, moved in zip(both, moves, strict=True)
    )
    return first - second


def values(found, axis):
    if axis == "cached_share":
        return [Fraction(number, 40) for number in range(41)]
    far = [0, 1, 10, 100, 1000, 5000, 30_000, 128_000, 250_000, 1_000_000]
    near = [round(point) + step for point in found.points for step in (-900, -400, -50, 50, 900)]
    steps = [*range(1000, 12_000, 97)] if axis == "input" else []
    return sorted({value for value in (*far, *near, *steps) if value >= 0})


def decided(found, value):
    """Whether neither a break-even nor the steps of a cache leave it open."""
    spans = found.undecided
    inside = any(low <= value and (high is None or value <= high) for low, high in spans)
    return value not in found.points and not inside


@given(pairs(), st.sampled_from(AXES), WHOSE)
@example(
    pair("claude-sonnet-5", "gpt-5.4", input=10_000, answer=500, cached_share=Fraction(9, 10)),
    "input",
    "second",
)
def test_the_named_model_is_the_cheaper_one_wherever_it_is_decided(both, axis, whose):
    found = break_even(*both, axis, whose)
    for value in values(found, axis):
        here = gap(both, axis, whose, value)
        name = found.cheaper[sum(point < value for point in found.points)]
        if decided(found, value) and here:
            assert name == both[here > 0].name, (value, found)


@given(pairs(), st.sampled_from(AXES), WHOSE)
@example(
    pair("deepseek-flash", "gpt-4o-mini", input=3000, answer=300, cached_share=Fraction(2, 5)),
    "input",
    "both",
)
def test_what_a_break_even_says_holds_at_every_value(both, axis, whose):
    found = break_even(*both, axis, whose)
    gaps = {
        value: gap(both, axis, whose, value)
        for value in values(found, axis)
        if decided(found, value)
    }
    above = [here for value, here in gaps.items() if value]
    said = found.why
    if "cost the same whatever" in said:
        assert not any(gaps.values())
    elif "by the same amount" in said:
        assert len(set(gaps.values())) <= 1
        assert all(gaps.values())
    elif "both cost the same" in said.lower():
        assert "is cheaper" in said
        _holds_in_order(said, gaps, axis)
    elif not found.points:
        assert all(above)
        if "value:" in said or "everything" in said:
            assert all(gaps.values())


def _holds_in_order(said, gaps, axis):
    if until := re.match(r"Both cost the same up to ([\d,.]+)", said):
        end = Decimal(until[1].replace(",", "").rstrip("."))
        end = Fraction(end) / 100 if axis == "cached_share" else Fraction(end)
        slack = Fraction(1, 500) if axis == "cached_share" else 0
        assert not any(here for value, here in gaps.items() if value < end - slack)
        assert all(here for value, here in gaps.items() if value > end + slack)


def test_two_models_alike_until_a_cache_starts_are_told_so():
    # Both ask $0.15 for input; 40% of 2,559 is 1,023 tokens, which no cache serves yet.
    both = pair("deepseek-flash", "gpt-4o-mini", input=3000, cached_share=Fraction(2, 5))
    found = break_even(*both, "input")
    assert found.why == "Both cost the same up to 2,559, then deepseek-flash is cheaper."
