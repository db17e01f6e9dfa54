"""The rates of a price: named once, and the same wherever a price is written."""

from datetime import date
from decimal import Decimal
from typing import get_args

from sizewise.ground.rates import LimitName, RateName
from sizewise.library.prices import history
from sizewise.sizing.catalogue.catalog import Limits, PriceOverride
from sizewise.sizing.catalogue.price import RATES, ListedRates, LongContext, TokenRates
from tests.sizing.models import model_file

EVERY_RATE = {name: Decimal(place) for place, name in enumerate(RATES, start=1)}


def test_a_price_has_a_field_for_every_rate_that_an_author_may_name():
    assert list(ListedRates.model_fields) == list(RATES) == list(get_args(RateName))


def test_a_model_has_a_field_for_every_limit_that_an_author_may_name():
    assert set(Limits.model_fields) - {"checked_on"} == set(get_args(LimitName))


def test_long_calls_and_our_own_prices_have_the_rates_of_every_price():
    assert issubclass(LongContext, TokenRates)
    assert issubclass(PriceOverride, ListedRates)


def test_every_rate_of_our_own_price_arrives():
    source = {"title": "Price page", "url": "https://example.org", "checked_on": date(2026, 10, 1)}
    own = PriceOverride(**EVERY_RATE, source=source)
    [price] = history(model_file(prices=(own,)))
    assert price.rates == EVERY_RATE
