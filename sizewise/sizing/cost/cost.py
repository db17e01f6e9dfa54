"""A price and a usage make a receipt: one line per kind of token."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.price import LongContext, Price
from sizewise.sizing.tokens.usage import Usage, UsageError

TokenKind = Literal["input", "cached_input", "cache_write", "output", "reasoning"]
"""What a line of a receipt is for."""


class BatchUnavailable(Plain, LookupError):
    """No batch price is known for that call."""


@dataclass(frozen=True)
class CostLine:
    """Tokens of one kind, their rate in US dollars per million, and the amount in US dollars."""

    kind: TokenKind
    tokens: int
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True)
class CostEstimate:
    """A receipt in US dollars: lines, their total, the price it was made with, batch or not.

    A kind of token that the calls do not use has no line.
    """

    lines: tuple[CostLine, ...]
    total: Decimal
    price: Price
    batch: bool


class Rates(NamedTuple):
    """What one call pays, in US dollars per million tokens."""

    input: Decimal
    cached: Decimal
    cache_write: Decimal
    output: Decimal


def estimate(usage: Usage, price: Price, *, calls: int = 1, batch: bool = False) -> CostEstimate:
    """The cost of that many equal calls: tokens x rate / 1,000,000, exact, line by line.

    Reasoning is billed as output. The input of ONE call decides whether long-context rates hold.
    Raises BatchUnavailable when batch rates are asked for and none are known, and UsageError for
    a negative number of calls.
    """
    if calls < 0:
        raise UsageError("calls", f"calls cannot be negative: {grouped(calls)}")
    rates = rates_of(usage, price, batch=batch)
    lines = (
        _line("input", (usage.input - usage.cached - usage.cache_written) * calls, rates.input),
        _line("cached_input", usage.cached * calls, rates.cached),
        _line("cache_write", usage.cache_written * calls, rates.cache_write),
        _line("output", (usage.output - usage.reasoning) * calls, rates.output),
        _line("reasoning", usage.reasoning * calls, rates.output),
    )
    used = tuple(line for line in lines if line.tokens)
    return CostEstimate(used, sum((line.amount for line in used), Decimal(0)), price, batch)


def _line(kind: TokenKind, tokens: int, rate: Decimal) -> CostLine:
    return CostLine(kind, tokens, rate, (tokens * rate).scaleb(-6))


def rates_of(usage: Usage, price: Price, *, batch: bool = False) -> Rates:
    """The rates that hold for a call: standard, batch or long-context. Raises BatchUnavailable."""
    longer = price.long_context
    if longer is not None and usage.input > longer.above:
        return _long_rates(longer, batch)
    if batch:
        return _batch_rates(price)
    return Rates(
        price.input,
        _first_known(price.cached_input, price.input),
        _first_known(price.cache_write, price.input),
        price.output,
    )


def _long_rates(longer: LongContext, batch: bool) -> Rates:
    if batch:
        raise BatchUnavailable(
            f"no batch price is known above {grouped(longer.above)} input tokens"
        )
    return Rates(
        longer.input,
        _first_known(longer.cached_input, longer.input),
        _first_known(longer.cache_write, longer.input),
        longer.output,
    )


def _batch_rates(price: Price) -> Rates:
    if price.batch_input is None or price.batch_output is None:
        raise BatchUnavailable("no batch price is known for this model")
    cached = _first_known(price.batch_cached_input, price.cached_input, price.batch_input)
    # The standard cached rate still holds in a batch, unless the batch rate is lower anyway.
    return Rates(
        price.batch_input,
        min(cached, price.batch_input),
        _first_known(price.cache_write, price.batch_input),
        price.batch_output,
    )


def _first_known(*rates: Decimal | None) -> Decimal:
    return next(rate for rate in rates if rate is not None)
