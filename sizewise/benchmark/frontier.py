"""Cost against quality: the models that no other one beats at both."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.summary import Cell, Summary
from sizewise.ground.written import number_of

BEATS = (
    "One that beats another cost no more here and was right no less often. Whether a few more "
    "right answers could be chance stands where the two are set against each other."
)
"""What the standings say, and what they do not."""


class CostQuality(NamedTuple):
    """Where a model stands at a task: dollars for 1,000 attempts, and the share that is right, each
    prompt counted once. `once` says so where samples repeat them.
    """

    cell: Cell
    cost: Fraction
    quality: Fraction
    once: str = ""

    def beats(self, other: "CostQuality") -> bool:
        """Whether it costs no more and is no worse at the same task, and differs in one of them."""
        same = self.cell.task == other.cell.task
        no_worse = self.cost <= other.cost and self.quality >= other.quality
        return same and no_worse and self[1:3] != other[1:3]


def standings(rows: Iterable[Summary]) -> tuple[CostQuality, ...]:
    """Each row whose cost is known and whose replies were graded: by task, the cheapest first."""
    return tuple(
        sorted(_known(rows), key=lambda one: (one.cell.task, one.cost, -one.quality, one.cell))
    )


def choice(found: Iterable[CostQuality]) -> bool:
    """Whether standings are of more than one model: else there is no choice to make."""
    return len({one.cell.model for one in found}) > 1


def frontier(rows: Iterable[Summary]) -> tuple[CostQuality, ...]:
    """The standings that no other beats: there, cheaper is worse and better is dearer."""
    found = standings(rows)
    return tuple(one for one in found if not any(other.beats(one) for other in found))


def _known(rows: Iterable[Summary]) -> Iterator[CostQuality]:
    for row in rows:
        cost = row.spent.per_thousand
        if cost is not None and row.right.of:
            yield CostQuality(row.cell, cost, row.prompts.right, _once(row))


def _once(row: Summary) -> str:
    different = row.prompts.graded
    if different >= row.right.of:
        return ""
    return f" over {number_of(different, 'prompt')}, each counted once"
