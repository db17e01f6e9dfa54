"""Many equal calls a month, some of their input repeated, perhaps sent as a batch."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import CostEstimate, estimate
from sizewise.sizing.tokens.usage import Usage, UsageError

CACHE_FROM = 1024
"""The shortest repeated beginning that a cache keeps, in tokens."""
CACHE_STEP = 128
"""A cache keeps the beginning in steps of this many tokens."""


@dataclass(frozen=True)
class Workload:
    """What a month brings: one call's usage, the number of calls, and how they are sent.

    `cached_share` (0 to 1) is the part of the input, from its start, that every call repeats. The
    cached tokens of `usage` stay 0: they follow from the share. Raises UsageError.
    """

    usage: Usage
    calls_per_month: int
    cached_share: Decimal = Decimal(0)
    batch: bool = False

    def __post_init__(self) -> None:
        if self.usage.cached:
            raise UsageError("cached", "in a workload the cached tokens follow from the share")
        if not 0 <= self.cached_share <= 1:
            raise UsageError("cached_share", "the cached share lies between 0 and 1")
        if self.calls_per_month < 0:
            raise UsageError("calls_per_month", "the number of calls cannot be negative")


def cacheable(input_tokens: int, share: Decimal | Fraction) -> int:
    """How many of a call's input tokens a cache can serve when that share of them repeats.

    None below 1,024 repeated tokens, then whole steps of 128: OpenAI's rule for GPT-4o and later
    ("Prompt caching" in its API guides). Other makers have other minimums, and a cache forgets
    after minutes, so this is the best case.
    """
    repeated = int(input_tokens * share)
    return repeated - repeated % CACHE_STEP if repeated >= CACHE_FROM else 0


def billed_elsewhere(usage: Usage) -> Usage:
    """A call that another server answered, as a maker's cache would serve it: see `cacheable`.

    A server of one's own keeps the shortest beginning, token by token.
    """
    cached = cacheable(usage.cached, Decimal(1))
    return replace(usage, cached=cached, cached_audio=min(usage.cached_audio, cached))


def one_call(workload: Workload) -> Usage:
    """One call's usage once the cache is warm."""
    usage = workload.usage
    cached = cacheable(usage.input, workload.cached_share)
    return Usage(usage.input, cached, usage.output, usage.reasoning)


def monthly(workload: Workload, price: Price) -> CostEstimate:
    """A month's cost in US dollars. Raises BatchUnavailable, as `estimate` does."""
    return estimate(one_call(workload), price, calls=workload.calls_per_month, batch=workload.batch)
