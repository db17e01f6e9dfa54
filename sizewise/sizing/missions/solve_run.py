"""What is to be found out from a recorded run: computed from what was read of it, never typed."""

from datetime import date
from decimal import Decimal
from statistics import fmean, median

from sizewise.ground.written import exactly, listed, number_of, percent, with_noun
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.missions.candidates import Unsolvable, choice
from sizewise.sizing.missions.computed import Candidate, Computed, Slip
from sizewise.sizing.missions.mission import BeatsTheRules, CascadeSetting, MedianWait

_NEAR = Decimal("0.01")


def median_wait(check: MedianWait, _: Catalogue, __: date) -> Computed:
    """The median of the waits. Raises Unsolvable for a run with fewer than three."""
    waits = check.waits
    if len(waits) < 3:
        raise Unsolvable("the run has fewer than three waits of this task: choose another")
    ordered, value = sorted(waits), Decimal(median(waits))
    middle = ordered[(len(waits) - 1) // 2 : len(waits) // 2 + 1]
    at = len(waits) // 2
    slips = (
        Slip(Decimal(repr(fmean(waits))), "That is the mean. A few slow calls pull it up."),
        Slip(waits[at], "Put the waits in order first: that one only came in the middle."),
        Slip((ordered[0] + ordered[-1]) / 2, "That lies between the shortest and the longest."),
    )
    sums = (
        f"In order, the middle of {number_of(len(waits), 'wait')} is "
        f"{listed([exactly(each) for each in middle])} seconds.",
        f"The median is {with_noun(exactly(value), 'second')}.",
    )
    known = tuple(each for each in slips if abs(each.value - value) > value * _NEAR)
    return Computed("number", sums, value=value, unit="seconds", slips=known, tolerance=_NEAR)


def beats_the_rules(check: BeatsTheRules, _: Catalogue, __: date) -> Computed:
    """The thresholds whose cascade beats the rules. Raises Unsolvable when all do, or none."""
    candidates = [_candidate(each, check.rules) for each in check.settings]
    sums = (
        f"The keyword rules get {percent(check.rules)} right.",
        f"The large model is taken to be right on {check.large_right} of 100 of what it gets.",
    )
    return choice("several", candidates, sums)


def _candidate(setting: CascadeSetting, rules: Decimal) -> Candidate:
    right = setting.right > rules
    side = "above" if right else "not above"
    why = (
        f"{number_of(setting.passed, 'mail')} passed on, and {percent(setting.right)} right to "
        f"expect, {side} the rules."
    )
    name = f"Less sure than {setting.threshold}%"
    return Candidate(f"at-{setting.threshold}", name, right, why)
