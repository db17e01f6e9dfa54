"""Item analysis as Moodle defines it.

Source: Moodle's "Quiz statistics calculations" (docs.moodle.org/dev/Quiz_statistics_calculations),
held against the expectations of its own tests. What cannot be said is none, never 0: nothing
discriminates where everybody has the same mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from sizewise.learn.progress.statistics.sittings import Sitting
from sizewise.learn.progress.statistics.spread import (
    LEAST_SPREAD,
    Marks,
    covariance,
    mean,
    moment,
    variance,
)

ENOUGH = 10
"""Learners below which nothing is shown: it could be told who they are, and means little."""
FIRM = 100
"""Learners below which a number is provisional."""


@dataclass(frozen=True)
class ItemAnalysis:
    """What the marks of one item say. Marks count from 0 to what the item is worth."""

    item_id: str
    count: int
    """Learners who were asked it."""
    facility: float | None
    """The mean mark as a share (0 to 1) of what it is worth; none when it is worth nothing."""
    sd: float | None
    """The standard deviation of its marks."""
    discrimination: float | None
    """Percent: how its mark goes together with the rest of the quiz, -100 to 100."""
    efficiency: float | None
    """Percent: its discrimination as a share of the most it could have with these marks."""
    weight: float | None
    """Percent: its part in how the totals spread; none where it works against them."""

    @property
    def hidden(self) -> bool:
        """Whether too few were asked to show anything."""
        return self.count < ENOUGH

    @property
    def provisional(self) -> bool:
        """Whether some more learners may still change the numbers."""
        return self.count < FIRM


@dataclass(frozen=True)
class QuizAnalysis:
    """What the totals of one quiz say."""

    count: int
    """Learners."""
    mean: float | None
    """The mean total, in marks."""
    median: float | None
    """The median total, in marks."""
    sd: float | None
    """The standard deviation of the totals."""
    skewness: float | None
    """Below 0 when some totals lie far below the others."""
    kurtosis: float | None
    """Above 0 when the totals crowd in the middle."""
    alpha: float | None
    """Percent: Cronbach's alpha, how well the items measure one thing; none unless everybody was
    asked the same two items or more."""
    error_ratio: float | None
    """Percent: the part of the spread that is chance."""
    standard_error: float | None
    """How far, in marks, a total is typically from the one a learner deserves."""
    items: tuple[ItemAnalysis, ...]


def analyse(sittings: Sequence[Sitting], worth: Mapping[str, float]) -> QuizAnalysis:
    """The analysis of every item in `worth`, which says how many marks each can earn."""
    totals = [sitting.total for sitting in sittings]
    spread = variance(totals) if len(totals) > 1 else 0.0
    alpha = _alpha(sittings, tuple(worth), spread)
    ratio = 100 * sqrt(1 - alpha / 100) if alpha is not None else None
    sd = sqrt(spread) if len(totals) > 1 else None
    return QuizAnalysis(
        count=len(totals),
        mean=mean(totals) if totals else None,
        median=median(totals) if totals else None,
        sd=sd,
        skewness=_skewness(totals, spread),
        kurtosis=_kurtosis(totals, spread),
        alpha=alpha,
        error_ratio=ratio,
        standard_error=ratio * sd / 100 if ratio is not None and sd is not None else None,
        items=_items(sittings, worth),
    )


def _items(sittings: Sequence[Sitting], worth: Mapping[str, float]) -> tuple[ItemAnalysis, ...]:
    pulls = {each: _pull(each, sittings) for each in worth}
    whole = sum(pull for pull in pulls.values() if pull)
    return tuple(
        _item(each, sittings, most, 100 * pull / whole if pull is not None and whole else None)
        for (each, most), pull in zip(worth.items(), pulls.values(), strict=True)
    )


def _pull(item_id: str, sittings: Sequence[Sitting]) -> float | None:
    """The square root of an item's covariance with the totals; none when it is negative."""
    asked = [each for each in sittings if item_id in each.marks]
    if len(asked) < 2:
        return None
    pull = covariance([each.marks[item_id] for each in asked], [each.total for each in asked])
    return sqrt(pull) if pull >= 0 else None


def _item(
    item_id: str, sittings: Sequence[Sitting], most: float, weight: float | None
) -> ItemAnalysis:
    asked = [each for each in sittings if item_id in each.marks]
    marks = [each.marks[item_id] for each in asked]
    rest = [each.total - mark for each, mark in zip(asked, marks, strict=True)]
    several = len(asked) > 1
    return ItemAnalysis(
        item_id=item_id,
        count=len(asked),
        facility=mean(marks) / most if asked and most else None,
        sd=sqrt(variance(marks)) if several else None,
        discrimination=_discrimination(marks, rest) if several else None,
        efficiency=_efficiency(marks, rest) if several else None,
        weight=weight,
    )


def _discrimination(marks: Marks, rest: Marks) -> float | None:
    spread = variance(marks) * variance(rest)
    return 100 * covariance(marks, rest) / sqrt(spread) if spread > LEAST_SPREAD else None


def _efficiency(marks: Marks, rest: Marks) -> float | None:
    """The most would be if the best mark had gone to whoever did best in the rest, and so on."""
    most = covariance(sorted(marks), sorted(rest))
    return 100 * covariance(marks, rest) / most if most else None


def _alpha(sittings: Sequence[Sitting], items: Sequence[str], spread: float) -> float | None:
    same = all(set(items) == sitting.marks.keys() for sitting in sittings)
    if not same or len(items) < 2 or spread <= LEAST_SPREAD:
        return None
    parts = sum(variance([each.marks[item] for each in sittings]) for item in items)
    return 100 * len(items) / (len(items) - 1) * (1 - parts / spread)


def _skewness(totals: Marks, spread: float) -> float | None:
    n = len(totals)
    if n < 3 or spread <= LEAST_SPREAD:
        return None
    third = n * n * moment(totals, 3) / ((n - 1) * (n - 2))
    return float(third / spread**1.5)


def _kurtosis(totals: Marks, spread: float) -> float | None:
    n = len(totals)
    if n < 4 or spread <= LEAST_SPREAD:
        return None
    fourth = (n + 1) * moment(totals, 4) - 3 * (n - 1) * moment(totals, 2) ** 2
    return n * n * fourth / ((n - 1) * (n - 2) * (n - 3)) / spread**2
