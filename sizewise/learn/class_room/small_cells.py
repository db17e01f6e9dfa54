"""Counts of people that may be shown: a small one could tell who somebody is.

A count under 5 is shown as "under 5". Where counts add up to a total that is shown beside them, one
hidden count could be worked out from the others; then a second one is hidden, too. L. Willenborg
and T. de Waal (2001), Elements of Statistical Disclosure Control, call this secondary suppression.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sizewise.ground.written import grouped

FEWEST = 5
"""The smallest count that is shown as it is."""


class SafeCount(NamedTuple):
    """A count as it may be shown: as it is, or as the bounds that a reader knows anyway."""

    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether it is shown as it is."""
        return self.low == self.high

    @property
    def small(self) -> bool:
        """Whether all that may be told is that it is a small one."""
        return self.high < FEWEST

    @property
    def words(self) -> str:
        """`12`, `under 5`, `21 to 25`."""
        if self.small:
            return f"under {FEWEST}"
        if self.exact:
            return grouped(self.low)
        return f"{grouped(self.low)} to {grouped(self.high)}"


def alone(count: int) -> SafeCount:
    """A count that adds up to nothing with others."""
    return SafeCount(count, count) if count >= FEWEST else SafeCount(0, FEWEST - 1)


def parts(counts: Sequence[int]) -> tuple[SafeCount, ...]:
    """Counts whose sum is known: none that is small can be worked out from the others.

    Empty when nothing may be shown: for fewer than 5 in all, and where the sum would tell them.
    """
    small = [each < FEWEST for each in counts]
    hidden = list(small)
    while _told(known := _bounds(counts, small, hidden), small):
        if all(hidden):
            return ()
        hidden[_smallest_shown(counts, hidden)] = True
    return () if sum(counts) < FEWEST else tuple(known)


def _smallest_shown(counts: Sequence[int], hidden: Sequence[bool]) -> int:
    return min((n for n, hid in enumerate(hidden) if not hid), key=lambda n: counts[n])


def _told(known: Sequence[SafeCount], small: Sequence[bool]) -> bool:
    return any(is_small and cell.exact for cell, is_small in zip(known, small, strict=True))


def _bounds(
    counts: Sequence[int], small: Sequence[bool], hidden: Sequence[bool]
) -> list[SafeCount]:
    """What a reader who knows the sum can work out of each count."""
    rest = sum(count for count, hid in zip(counts, hidden, strict=True) if hid)
    least = [FEWEST * (hid and not few) for hid, few in zip(hidden, small, strict=True)]
    most = [(FEWEST - 1 if few else rest) * hid for hid, few in zip(hidden, small, strict=True)]
    return [
        SafeCount(
            max(least[n], rest - (sum(most) - most[n])),
            min(most[n], rest - (sum(least) - least[n])),
        )
        if hidden[n]
        else SafeCount(count, count)
        for n, count in enumerate(counts)
    ]
