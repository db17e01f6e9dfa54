"""Whether a cache paid in a call: what it reads is cheaper than input, what it writes dearer."""

from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil

from sizewise.sizing.catalogue.price import Price, Tier
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage


@dataclass(frozen=True)
class CacheWorth:
    """What the cache saved, in US dollars; negative where it made the calls dearer.

    `reads_to_pay` is how many later calls must read all that was written until the cache has cost
    no more than none: 0 where it has paid already, none where reading is no cheaper or nothing was
    written.
    """

    saved: Decimal
    reads_to_pay: int | None


def cache_worth(
    usage: Usage, price: Price, *, calls: int = 1, tier: Tier | None = None
) -> CacheWorth:
    """Those calls against the same ones without any cache. Raises what `estimate` raises."""

    def total(call: Usage) -> Decimal:
        return estimate(call, price, calls=calls, tier=tier).total

    without = replace(
        usage,
        cached=0,
        cached_audio=0,
        cache_written=0,
        kept_1h=0,
        input_audio=usage.input_audio + usage.cached_audio,
    )
    saved = total(without) - total(usage)
    if saved >= 0:
        return CacheWorth(saved, 0)
    written = Usage(without.input, output=usage.output)
    later = total(written) - total(replace(written, cached=usage.cache_written))
    return CacheWorth(saved, ceil(-saved / later) if later > 0 else None)
