"""The computed answer of a mission, and what an attempt at it is told."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, assert_never

from sizewise.ground.written import number

NEAR = Decimal("0.01")
"""An answer this near, as a share of the right number, counts as right: rounding is no mistake."""


@dataclass(frozen=True)
class Option:
    """Something to pick: whether it is right, and why, with its numbers."""

    id: str
    label: str
    right: bool
    why: str


@dataclass(frozen=True)
class Slip:
    """A wrong number that a known mistake leads to, and what to say about it."""

    value: Decimal
    why: str


@dataclass(frozen=True)
class Solution:
    """What is right. `kind` tells how it is asked: several or one of `options`, or a `number`.

    `sums` are the lines of arithmetic that lead there; `unit` is what the number counts.
    """

    kind: Literal["several", "one", "number"]
    sums: tuple[str, ...]
    options: tuple[Option, ...] = ()
    number: Decimal = Decimal(0)
    unit: str = ""
    slips: tuple[Slip, ...] = ()
    tolerance: Decimal = NEAR


@dataclass(frozen=True)
class Verdict:
    """What an attempt is told: whether it is right, the headline, and a line for each thing."""

    right: bool
    headline: str
    lines: tuple[str, ...] = ()


def judge_picks(solution: Solution, picked: Collection[str]) -> Verdict:
    """Judge what was picked. Only the picks are explained: what is missing stays to be found."""
    keys = [each for each in solution.options if each.right]
    wrong = [each for each in solution.options if each.id in picked and not each.right]
    missing = sum(each.id not in picked for each in keys)
    if not wrong and not missing:
        return Verdict(True, "Right.", tuple(_told(each) for each in solution.options))
    found = len(keys) - missing
    lines = [_told(each) for each in wrong]
    match solution.kind:
        case "one":
            return Verdict(False, "Not yet.", tuple(lines))
        case "several":
            more = "One more is" if missing == 1 else f"{missing} more are"
            lines += [f"{more} still to be found."] if missing else []
            return Verdict(False, f"Not yet: {found} of {len(keys)} found.", tuple(lines))
        case "number":
            raise ValueError("a number is typed, not picked")
        case _:
            assert_never(solution.kind)


def judge_number(solution: Solution, value: Decimal) -> Verdict:
    """Judge a number: right within the tolerance, a known slip, or too high or too low."""
    if _near(value, solution.number, solution.tolerance):
        return Verdict(True, "Right.", solution.sums)
    for slip in solution.slips:
        if _near(value, slip.value, solution.tolerance):
            return Verdict(False, "Not yet.", (slip.why,))
    return Verdict(False, "Not yet.", (_direction(value, solution.number),))


def _told(option: Option) -> str:
    return f"{option.label}: {option.why}"


def _near(value: Decimal, right: Decimal, tolerance: Decimal) -> bool:
    return abs(value - right) <= abs(right) * tolerance


def _direction(value: Decimal, right: Decimal) -> str:
    side = "high" if value > right else "low"
    small, large = sorted((abs(value), abs(right)))
    if value <= 0 or large > 1000 * small:
        return f"That is far too {side}. Look at the units: rates hold for a million tokens."
    times = large / small
    if times >= 2:
        return f"That is too {side}, by about {number(times, 0)} times."
    return f"That is a little too {side}."
