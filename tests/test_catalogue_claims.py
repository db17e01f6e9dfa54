"""What the models' own files say of each other, held against the catalogue on any day."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ours import ours

LIBRARY = ours(date(2026, 11, 29))
PROFILES = LIBRARY.catalogue.profiles
DAYS = (
    date(2026, 11, 29),
    date(2026, 12, 12),
    date(2027, 1, 15),
    date(2027, 11, 29),
    date(2028, 11, 29),
)
"""Today, the days after the two known ends of many models, in one year and in two."""

PASSING = ("near its end", "ends soon", "still served", "no announced end", "not yet", "right now")
"""Words of a summary that a date makes false."""


def rates(name, day):
    price = PROFILES[name].price_on(day)
    return price.input, price.output


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("claude-sonnet-5", "claude-sonnet-5-5"),
        ("gemini-2.5-flash", "gemini-3.5-flash-lite"),
        ("gemini-4-carbon", "gemini-4-argon"),
        ("gpt-6.2-sol", "gpt-6.1-sol"),
        ("mistral-small-2603", "gpt-4o-mini"),
    ],
)
def test_a_model_said_to_have_the_list_price_of_another_has_it(name, other, day):
    assert rates(name, day) == rates(other, day)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(
    ("cheap", "dear"),
    [
        ("claude-haiku-5-5", "claude-haiku-4-5"),
        ("gpt-4o-mini", "gpt-5.4-nano"),
        ("gpt-6.1-sol", "gpt-5.4"),
        ("gpt-6.1-sol", "gpt-5.5"),
        ("gpt-6.1-sol", "gpt-6-astra"),
        ("gpt-6.2-astra", "gpt-6-astra"),
        ("gpt-6-luna", "gpt-6.1-terra"),
        ("mistral-small-2603", "mistral-medium-3-5"),
    ],
)
def test_a_model_said_to_cost_less_than_another_does(cheap, dear, day):
    assert all(low < high for low, high in zip(rates(cheap, day), rates(dear, day), strict=True))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_said_to_be_among_the_dearest_or_the_cheapest_is(day):
    listed = sorted(PROFILES, key=lambda name: rates(name, day)[1])
    assert {"gpt-5.5", "claude-fable-5-2"} <= set(listed[-5:])
    assert listed[-1] == "gpt-6-astra"
    assert "nova-micro" in listed[:5]


def test_a_price_said_to_double_doubles_on_its_day():
    for name, first in (
        ("gemini-4-argon", date(2026, 12, 1)),
        ("gemini-4-carbon", date(2026, 12, 1)),
        ("gemini-3.8-flash", date(2027, 1, 1)),
    ):
        before, after = rates(name, date(2026, 11, 29)), rates(name, first)
        assert after == tuple(Decimal(2) * each for each in before), name


@pytest.mark.parametrize("name", PROFILES)
def test_no_summary_says_what_a_date_makes_false(name):
    summary = PROFILES[name].file.summary.lower()
    assert [words for words in PASSING if words in summary] == []
