"""The middle and the tail of a sample, and how far they can be from those of everything else.

The median is the mean of the middle two where the number is even. Every other quantile is the
nearest rank: a value that was seen, nothing in between.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from sizewise.ground.chance import SURE
from sizewise.ground.tails import binomial


class Ranks(NamedTuple):
    """Two places in a sample put in order, counted from 1."""

    low: int
    high: int


def middle(size: int) -> Ranks:
    """The ranks whose mean is the median: the same twice for an odd size."""
    return Ranks((size + 1) // 2, size // 2 + 1)


def median(values: Sequence[int | Fraction]) -> Fraction:
    """The exact middle of a sample. Raises IndexError for an empty one."""
    low, high = middle(len(values))
    ordered = sorted(values)
    return Fraction(ordered[low - 1] + ordered[high - 1], 2)


def nearest_rank(share: Fraction | Decimal | float, size: int) -> int:
    """The rank, from 1, of the value that this share of a sample does not exceed.

    Source: the nearest-rank method, R. J. Hyndman and Y. Fan, The American Statistician 50 (1996),
    361-365, definition 1.
    """
    return max(1, ceil(share * size))


@lru_cache(maxsize=1000)
def rank_interval(share: Fraction, size: int, sure: float = SURE) -> Ranks | None:
    """The ranks between which the true quantile lies; none when the sample is too small to say.

    Equal tails, and no assumption but that the values are independent and continuous: the number
    of values below the quantile is binomial. Source: W. J. Conover, Practical Nonparametric
    Statistics (1999), 3.2. For a share of 0.95 it takes 72 values, for 1 - 0.95^71 is below 0.975.
    """
    tail = (1 - sure) / 2
    below = list(accumulate(binomial(size, float(share))))
    low = sum(chance <= tail for chance in below)
    high = sum(chance < 1 - tail for chance in below) + 1
    return Ranks(low, high) if low >= 1 and high <= size else None
