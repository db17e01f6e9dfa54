"""A price and a usage make a receipt: one line per kind of token."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from sizewise.ground.plain import Plain
from sizewise.ground.written import day_words, grouped
from sizewise.sizing.catalogue.price import Price, Tier, TokenRates
from sizewise.sizing.tokens.usage import Usage, UsageError

TokenKind = Literal[
    "input",
    "input_audio",
    "cached_input",
    "cached_audio",
    "cache_write",
    "cache_write_1h",
    "output",
    "output_audio",
    "output_image",
    "reasoning",
]
"""What tokens of a receipt are for."""

Fee = Literal["web_search", "file_search"]
"""What a receipt charges by the use, and not by tokens."""


class TierUnavailable(Plain, LookupError):
    """No rates are known for that call at that tier of service."""


class BatchUnavailable(TierUnavailable):
    """No batch price is known for that call."""


@dataclass(frozen=True)
class CostLine:
    """Tokens of one kind, their rate in US dollars per million, and the amount in US dollars."""

    kind: TokenKind
    tokens: int
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True)
class FeeLine:
    """Uses of a tool, their rate in US dollars per thousand, and the amount in US dollars."""

    fee: Fee
    uses: int
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True)
class CostEstimate:
    """A receipt in US dollars: lines, their total, the price it was made with, batch or not.

    A kind of token that the calls do not use has no line. `fees` are of tools that a response
    names; the total holds them too.
    """

    lines: tuple[CostLine, ...]
    total: Decimal
    price: Price
    batch: bool
    fees: tuple[FeeLine, ...] = ()


class Rates(NamedTuple):
    """What one call pays, in US dollars per million tokens."""

    input: Decimal
    cached: Decimal
    cache_write: Decimal
    output: Decimal


def estimate(
    usage: Usage, price: Price, *, calls: int = 1, batch: bool = False, tier: Tier | None = None
) -> CostEstimate:
    """The cost of that many equal calls: tokens x rate / 1,000,000, exact, line by line.

    Reasoning is billed as output. The input of ONE call decides whether long-context rates hold.
    Sound, pictures and an hour in the cache are billed as text and five minutes are where the price
    has no rate for them. Raises TierUnavailable when rates of a tier, such as batch, are asked for
    and none are known, and UsageError for a negative number of calls.
    """
    if calls < 0:
        raise UsageError("calls", f"calls cannot be negative: {grouped(calls)}")
    tier = "batch" if batch else tier
    rates = _rates(usage, price, tier)
    seldom = _served(price, tier).seldom
    made = usage.output_audio + usage.output_image
    used: tuple[tuple[TokenKind, int, Decimal], ...] = (
        ("input", usage.fresh - usage.input_audio, rates.input),
        ("input_audio", usage.input_audio, _first_known(seldom.input_audio, rates.input)),
        ("cached_input", usage.cached - usage.cached_audio, rates.cached),
        ("cached_audio", usage.cached_audio, _first_known(seldom.cached_audio, rates.cached)),
        ("cache_write", usage.cache_written - usage.kept_1h, rates.cache_write),
        ("cache_write_1h", usage.kept_1h, _first_known(seldom.cache_write_1h, rates.cache_write)),
        ("output", usage.answered - made, rates.output),
        ("output_audio", usage.output_audio, _first_known(seldom.output_audio, rates.output)),
        ("output_image", usage.output_image, _first_known(seldom.output_image, rates.output)),
        ("reasoning", usage.reasoning, rates.output),
    )
    lines = tuple(_line(kind, tokens * calls, rate) for kind, tokens, rate in used if tokens)
    lines = lines if calls else ()
    total = sum((line.amount for line in lines), Decimal(0))
    return CostEstimate(lines, total, price, tier == "batch")


def _line(kind: TokenKind, tokens: int, rate: Decimal) -> CostLine:
    return CostLine(kind, tokens, rate, (tokens * rate).scaleb(-6))


def rates_of(usage: Usage, price: Price, *, batch: bool = False) -> Rates:
    """The rates that hold for a call: standard, batch or long-context. Raises BatchUnavailable."""
    return _rates(usage, price, "batch" if batch else None)


def _served(price: Price, tier: Tier | None) -> Price:
    """The price at a tier of service, as far as the list knows it."""
    return price.tiers.get(tier, price) if tier else price


def _rates(usage: Usage, price: Price, tier: Tier | None) -> Rates:
    longer = price.long_context
    if longer is not None and usage.input > longer.above:
        own = _served(price, tier).long_context
        if own is None or (tier and tier not in price.tiers):
            raise _unavailable(tier, f"above {grouped(longer.above)} input tokens")
        return _known_rates(own)
    if tier == "batch":
        return _batch_rates(price)
    if tier and tier not in price.tiers:
        raise _unavailable(tier, "for this model")
    return _known_rates(_served(price, tier))


def _known_rates(rates: TokenRates) -> Rates:
    return Rates(
        rates.input,
        _first_known(rates.cached_input, rates.input),
        _first_known(rates.cache_write, rates.input),
        rates.output,
    )


def _unavailable(tier: Tier | None, where: str) -> TierUnavailable:
    kind = BatchUnavailable if tier == "batch" else TierUnavailable
    return kind(f"no {tier} price is known {where}")


def _batch_rates(price: Price) -> Rates:
    if price.batch_input is None or price.batch_output is None:
        since = price.batch_starts
        raise _unavailable("batch", f"before {day_words(since)}" if since else "for this model")
    cached = _first_known(price.batch_cached_input, price.cached_input, price.batch_input)
    # The standard cached rate still holds in a batch, unless the batch rate is lower anyway.
    return Rates(
        price.batch_input,
        min(cached, price.batch_input),
        _first_known(_served(price, "batch").cache_write, price.batch_input),
        price.batch_output,
    )


def _first_known(*rates: Decimal | None) -> Decimal:
    return next(rate for rate in rates if rate is not None)
