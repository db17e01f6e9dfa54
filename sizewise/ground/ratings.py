"""Several people's ratings of one answer: their middle, their range, and where you stand.

Ratings are whole numbers, 1 the worst and 5 the best.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sizewise.ground.sample import median

CLOSE = 1
"""Raters agree when no two of them lie further apart than this."""


@dataclass(frozen=True)
class Ratings:
    """What raters gave one answer. Raises ValueError when there is none."""

    given: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.given:
            raise ValueError("nobody has rated this answer")

    @property
    def median(self) -> Fraction:
        """The middle rating; of an even number the mean of the two in the middle."""
        return median(self.given)

    @property
    def spread(self) -> int:
        """The range: the highest rating less the lowest."""
        return max(self.given) - min(self.given)

    @property
    def agree(self) -> bool:
        """Whether all raters lie within one point of one another."""
        return self.spread <= CLOSE

    def distance(self, rating: int) -> Fraction:
        """How far a rating lies from the median, whichever way."""
        return abs(rating - self.median)


def better(first: Fraction | int, second: Fraction | int) -> int:
    """1 when the first is rated higher, -1 when the second is, 0 when neither."""
    return (first > second) - (first < second)


def same_order(own: Sequence[int], others: Sequence[Ratings]) -> bool:
    """Whether somebody puts two answers in the order that the others' medians do."""
    mine, theirs = better(own[0], own[1]), better(others[0].median, others[1].median)
    return mine == theirs
