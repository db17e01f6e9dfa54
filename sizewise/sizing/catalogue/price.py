"""A dated price. Amounts are exact decimals in US dollars per million tokens."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import Field

from sizewise.ground.plain import Plain
from sizewise.ground.rates import RateName
from sizewise.ground.shape import Shape

Rate = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
"""US dollars per million tokens."""

RATES: tuple[RateName, ...] = get_args(RateName)
"""The names of all rates of a price."""


Tier = Literal["batch", "flex", "priority", "fast"]
"""How a call is served, where that has rates of its own."""

TIERS: tuple[Tier, ...] = get_args(Tier)
"""Every tier of service."""


class PriceUnknown(Plain, LookupError):
    """No price is known for that model on that day."""


class TokenRates(Shape):
    """What a token costs, by what becomes of it."""

    input: Rate
    """US dollars per million input tokens."""
    cached_input: Rate | None = None
    """US dollars per million input tokens that come from a cache; none means no discount."""
    cache_write: Rate | None = None
    """US dollars per million input tokens written to a cache; none means the input rate."""
    output: Rate
    """US dollars per million output tokens, reasoning included."""


class LongContext(TokenRates):
    """Rates that hold for the whole call once its input is longer than a threshold."""

    above: Annotated[int, Field(gt=0)]
    """Input tokens above which these rates hold."""


class ListedRates(TokenRates):
    """The rates of a price: those of a call at once, and those of a batch."""

    batch_input: Rate | None = None
    """US dollars per million input tokens sent as a batch; none means no batch price."""
    batch_cached_input: Rate | None = None
    """The same for those that come from a cache; none means the rate outside of a batch holds."""
    batch_output: Rate | None = None
    """US dollars per million output tokens of a batch."""

    @property
    def rates(self) -> dict[RateName, Decimal | None]:
        """Every rate by its name; none where there is no such rate."""
        return {name: getattr(self, name) for name in RATES}


class SeldomRates(Shape):
    """Rates of what few calls use; none where the price list has none."""

    cache_write_1h: Rate | None = None
    """US dollars per million input tokens kept in a cache for an hour; `cache_write` is for 5
    minutes.
    """
    input_audio: Rate | None = None
    """US dollars per million input tokens of sound."""
    cached_audio: Rate | None = None
    """The same for those that come from a cache."""
    output_audio: Rate | None = None
    """US dollars per million output tokens of sound."""
    output_image: Rate | None = None
    """US dollars per million output tokens of a picture."""
    web_search: Rate | None = None
    """US dollars per thousand searches on the web."""
    file_search: Rate | None = None
    """US dollars per thousand searches in stored files."""


class Price(ListedRates):
    """What a model costs from a day on. A price never changes: it ends, and the next one begins."""

    starts: date | None = None
    """First day; none means since the model came."""
    seldom: SeldomRates = SeldomRates()
    """Rates of what few calls use."""
    tiers: Mapping[Tier, "Price"] = {}
    """What each tier of service costs that the price list knows, where it differs."""
    batch_starts: date | None = None
    """The first day with a batch price, where that lies behind the end of this price."""
    long_context: LongContext | None = None
    """Rates of very long calls."""
    source: str
    """Who says so: a title and an address."""
    checked_on: date
    """The day it was last held against its source."""
