"""What an item's author and blind luck let one expect, held against what learners did."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atanh, sqrt
from typing import Literal

from sizewise.ground.chance import Interval, wilson
from sizewise.learn.progress.statistics.analysis import ItemAnalysis
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.scoring import chance
from sizewise.learn.quiz.template import Facts, show

_SURE = 1.959964
"""How many standard errors away something is, when it is so with 95 % certainty."""

Departure = Literal["harder", "as expected", "easier"]
"""How an item is beside what its author expects: another word only where chance is ruled out."""
Weakness = Literal["guessing", "harder", "against"]
"""Why an item wants to be mended; WEAK has the words."""

WEAK: Mapping[Weakness, str] = {
    "guessing": "no better than guessing",
    "harder": "harder than its author expects",
    "against": "missed by those who do well elsewhere",
}
"""The words for each weakness."""


@dataclass(frozen=True)
class Expectation:
    """What can be said of an item before anybody answers it."""

    facility: float | None
    """The share of first tries that its author expects to be right; none when none is said."""
    chance: float
    """The mean score of blind guessing, 0 to 1."""


def expectation(item: Item, facts: Facts) -> Expectation:
    """What an item's file lets one expect. Raises what `show` raises for an item that is broken."""
    written = item.expected_facility
    return Expectation(
        facility=None if written is None else float(written),
        chance=float(chance(show(item, "expected", facts))),
    )


def facility_interval(found: ItemAnalysis) -> Interval | None:
    """Between which values the facility lies, by Wilson; none where it is hidden or unknown.

    A mean of marks from 0 to 1 spreads at most as a share of right and wrong does, so the interval
    is never too narrow where an item gives parts of a point.
    """
    if found.hidden or found.facility is None:
        return None
    return wilson(round(found.facility * found.count), found.count)


def compared(found: ItemAnalysis, expected: Expectation | None) -> Departure | None:
    """How an item is beside what its author expects; none where either is unknown."""
    interval = facility_interval(found)
    if interval is None or expected is None or expected.facility is None:
        return None
    if interval.high < expected.facility:
        return "harder"
    return "easier" if interval.low > expected.facility else "as expected"


def weaknesses(found: ItemAnalysis, expected: Expectation | None) -> tuple[Weakness, ...]:
    """What is weak about an item, by what learners did; nothing where too few were asked."""
    if found.hidden or found.facility is None:
        return ()
    seen: dict[Weakness, bool] = {
        "guessing": expected is not None and found.facility <= expected.chance,
        "harder": compared(found, expected) == "harder",
        "against": _works_against(found),
    }
    return tuple(name for name, so in seen.items() if so)


def _works_against(found: ItemAnalysis) -> bool:
    """Whether its discrimination, a correlation, lies surely below 0: by Fisher's z."""
    if found.discrimination is None or found.discrimination >= 0:
        return False
    together = max(found.discrimination / 100, -1 + 1e-12)
    return atanh(together) + _SURE / sqrt(found.count - 3) < 0
