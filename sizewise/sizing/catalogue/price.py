"""A dated price. Amounts are exact decimals in US dollars per million tokens."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from sizewise.ground.plain import Plain

Rate = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
"""US dollars per million tokens."""


class PriceUnknown(Plain, LookupError):
    """No price is known for that model on that day."""


class LongContext(BaseModel):
    """Rates that hold for the whole call once its input is longer than a threshold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    above: Annotated[int, Field(gt=0)]
    """Input tokens above which these rates hold."""
    input: Rate
    """Input rate."""
    cached_input: Rate | None = None
    """Cached input rate; none means the input rate."""
    cache_write: Rate | None = None
    """Rate of input that is written to a cache; none means the input rate."""
    output: Rate
    """Output rate."""


class Price(BaseModel):
    """What a model costs from a day on. A price never changes: it ends, and the next one begins."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    starts: date | None = None
    """First day; none means since before the first record."""
    input: Rate
    """Input rate."""
    cached_input: Rate | None = None
    """Rate of input that comes from a cache; none means no discount."""
    cache_write: Rate | None = None
    """Rate of input that is written to a cache; none means the input rate."""
    output: Rate
    """Output rate, reasoning included."""
    batch_input: Rate | None = None
    """Input rate of a batch; none means the model has no batch price."""
    batch_cached_input: Rate | None = None
    """Cached input rate of a batch; none means the standard cached rate still holds."""
    batch_output: Rate | None = None
    """Output rate of a batch."""
    long_context: LongContext | None = None
    """Rates of very long calls."""
    source: str
    """Who says so: a title and an address."""
    checked_on: date
    """The day it was last held against its source."""
