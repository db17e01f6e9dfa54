"""What many times have in common: their middle, their spread and their tail, in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import inf
from random import Random
from statistics import fmean, stdev

from sizewise.ground.chance import SURE, Interval
from sizewise.ground.sample import Ranks, middle, nearest_rank, rank_interval

RESAMPLES = 2_000
"""How many bootstrap samples an interval is made from."""
P95 = Fraction(19, 20)
HALF = Fraction(1, 2)
TAIL_FROM = 72
"""The fewest values whose p95 has an interval; below, no p95 is told (see `rank_interval`)."""


@dataclass(frozen=True)
class Tail:
    """The p95, by nearest rank, between two order statistics. Infinite where failures reach it."""

    p95: float
    interval: Interval


@dataclass(frozen=True)
class Measure:
    """A sample's description. The median is that of the middle two where the number is even.

    `median_interval` is none below six values, `spread`, the standard deviation with n - 1, below
    two, and `tail` below 72.
    """

    values: int
    median: float
    median_interval: Interval | None
    mean: float
    spread: float | None
    tail: Tail | None


def measure(values: Sequence[float], seed: int) -> Measure | None:
    """Describe finite values; none without a value. The same seed gives the same interval."""
    if not values:
        return None
    ordered = sorted(values)
    return Measure(
        len(ordered),
        _mean_of(ordered, middle(len(ordered))),
        _bootstrap(ordered, seed),
        fmean(ordered),
        stdev(ordered) if len(ordered) > 1 else None,
        tail(ordered),
    )


def tail(values: Sequence[float], failures: int = 0) -> Tail | None:
    """The p95 of the values, each failure counted as one that never ends; none below 72 in all."""
    ordered = [*sorted(values), *[inf] * failures]
    around = rank_interval(P95, len(ordered))
    if around is None:
        return None
    at = nearest_rank(P95, len(ordered)) - 1
    return Tail(ordered[at], Interval(ordered[around.low - 1], ordered[around.high - 1]))


def _mean_of(ordered: Sequence[float], ranks: Ranks) -> float:
    return (ordered[ranks.low - 1] + ordered[ranks.high - 1]) / 2


def _bootstrap(ordered: Sequence[float], seed: int) -> Interval | None:
    """The percentile interval of the median. Source: B. Efron, Annals of Statistics 7 (1979)."""
    if rank_interval(HALF, len(ordered)) is None:
        return None
    medians = sorted(_mean_of(ordered, ranks) for ranks in _resampled(len(ordered), seed))
    low, high = (nearest_rank(share, RESAMPLES) for share in ((1 - SURE) / 2, (1 + SURE) / 2))
    return Interval(medians[low - 1], medians[high - 1])


@lru_cache(maxsize=100)
def _resampled(size: int, seed: int) -> tuple[Ranks, ...]:
    """Which values of a sample are in the middle of each resample.

    No resample is drawn whole: its place in the middle is an order statistic of so many uniform
    numbers, whose distribution is known (Beta), and the one after it is the least of the rest. So
    an interval takes as long for ten thousand values as for ten.
    """
    chance = Random(f"{seed}|{size}")  # noqa: S311 - no secret
    low, high = middle(size)
    after = size - low
    drawn = []
    for _ in range(RESAMPLES):
        first = chance.betavariate(low, after + 1)
        second = first
        if high > low:
            second = first + (1 - first) * (1 - chance.random() ** (1 / after))
        drawn.append(Ranks(_rank(first, size), _rank(second, size)))
    return tuple(drawn)


def _rank(uniform: float, size: int) -> int:
    return min(size, int(uniform * size) + 1)
