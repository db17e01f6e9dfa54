"""Chains of providers and weights by price, by hand and by law."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.providers import FallbackChain, Link, inverse_square_weights, machine_cost
from sizewise.sizing.tokens.usage import UsageError

links = st.builds(
    Link,
    st.fractions(0, 1, max_denominator=20),
    st.fractions(0, 9, max_denominator=4),
    st.fractions(0, 9, max_denominator=4),
)
chains = st.lists(links, min_size=1, max_size=4).map(tuple)


def link(success, reply=1, failing=2):
    return Link(Fraction(success), Fraction(reply), Fraction(failing))


CHAIN = FallbackChain((link("0.9", 1, 10), link("0.8", 2, 5), link("0.5", 4, 1)))


def test_a_chain_fails_only_when_all_of_it_fails():
    # 1 - 0.1 x 0.2 x 0.5
    assert CHAIN.success == Fraction("0.99")
    assert CHAIN.reached == (1, Fraction("0.1"), Fraction("0.02"))


def test_a_chain_adds_the_time_for_which_others_failed_first():
    # 0.1 x 10 + 0.1 x 0.2 x 5 + 0.02 x 0.5 x 1 = 1 + 0.1 + 0.01
    assert CHAIN.added == Fraction("1.11")
    # And the replies: 0.9 x 1 + 0.1 x 0.8 x 2 + 0.02 x 0.5 x 4 = 0.9 + 0.16 + 0.04
    assert CHAIN.seconds == Fraction("2.21")


@given(chains)
def test_the_waits_in_vain_add_up_to_what_failures_add(given_ones):
    chain = FallbackChain(given_ones)
    assert sum(chain.delays) == chain.added
    assert len(chain.delays) == len(given_ones)


@given(chains, links)
def test_one_more_provider_never_answers_less(given_ones, more):
    assert FallbackChain((*given_ones, more)).success >= FallbackChain(given_ones).success


@given(chains, st.randoms())
def test_the_order_changes_the_wait_and_not_the_success(given_ones, chance):
    mixed = chance.sample(given_ones, len(given_ones))
    assert FallbackChain(tuple(mixed)).success == FallbackChain(given_ones).success


@given(chains)
def test_a_provider_that_never_fails_ends_the_chain(given_ones):
    sure = FallbackChain((link(1), *given_ones))
    assert (sure.success, sure.added, sure.seconds) == (1, 0, 1)


def test_three_times_the_price_gets_a_ninth_of_the_calls():
    # OpenRouter's own example: $1, $2 and $3 weigh 1, 1/4 and 1/9, so 36, 9 and 4 of 49.
    shares = inverse_square_weights([Decimal(1), Decimal(2), Decimal(3)])
    assert shares == (Fraction(36, 49), Fraction(9, 49), Fraction(4, 49))


@given(st.lists(st.decimals("0.01", 100, places=2), min_size=1, max_size=6))
def test_weights_are_shares_and_dearer_never_weighs_more(prices):
    shares = inverse_square_weights(prices)
    assert sum(shares) == 1
    assert sorted(shares, reverse=True) == [
        share for _, share in sorted(zip(prices, shares, strict=True), key=lambda pair: pair[0])
    ]


@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("success", lambda: link("1.1")),
        ("reply", lambda: link(1, -1)),
        ("failing", lambda: link(1, 1, -1)),
        ("links", lambda: FallbackChain(())),
        ("prices", lambda: inverse_square_weights([Decimal(1), Decimal(0)])),
    ],
)
def test_what_cannot_be_names_its_field(field, build):
    with pytest.raises(UsageError) as refused:
        build()
    assert refused.value.field == field


@given(st.lists(st.decimals("0.01", 100, places=2), min_size=1, max_size=6))
def test_shares_by_price_add_up_to_exactly_one(prices):
    assert sum(inverse_square_weights(prices)) == 1


def test_a_machine_by_the_hour_costs_its_seconds():
    # 1.8 seconds of an hour at $0.05: 1.8 x 0.05 / 3,600.
    assert machine_cost(Fraction("1.8"), Decimal("0.05")) == Fraction(25, 1_000_000)


@pytest.mark.parametrize(("seconds", "hourly"), [(-1, 1), (1, -1)])
def test_a_machine_never_pays_us(seconds, hourly):
    with pytest.raises(UsageError, match="cannot be negative"):
        machine_cost(Fraction(seconds), Decimal(hourly))
