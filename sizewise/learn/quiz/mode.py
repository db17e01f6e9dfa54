"""The ways to take a quiz, and what each of them means."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Mode = Literal["practice", "exam", "missed", "pretest", "review"]
"""practice: feedback after each item. exam: feedback at the end. missed: a second try at what
was missed. pretest: asked before the lesson, never counted. review: one item, asked again on the
day it is due."""


@dataclass(frozen=True)
class ModeRules:
    """What a mode means."""

    explains_at_once: bool
    """Whether each answer is explained when it is given; else all of them at the end."""
    hints: bool
    """Whether hints may be taken."""
    first_try: bool
    """False when the learner has just seen the items explained."""
    counted: bool
    """Whether its result says how well the quiz went."""
    measured: bool
    """Whether its answers say how well a skill is had."""
    asks_certainty: bool
    """Whether one may say, before the check, how sure one is."""
    alone: bool
    """Whether an item is asked by itself, outside of its quiz: it has no start and no results."""
    worth: Decimal
    """What a whole score is worth in points."""


MODES: Mapping[Mode, ModeRules] = {
    "practice": ModeRules(
        explains_at_once=True,
        hints=True,
        first_try=True,
        counted=True,
        measured=True,
        asks_certainty=True,
        alone=False,
        worth=Decimal(1),
    ),
    "exam": ModeRules(
        explains_at_once=False,
        hints=False,
        first_try=True,
        counted=True,
        measured=True,
        asks_certainty=False,
        alone=False,
        worth=Decimal(1),
    ),
    "missed": ModeRules(
        explains_at_once=True,
        hints=True,
        first_try=False,
        counted=False,
        measured=False,
        asks_certainty=True,
        alone=False,
        worth=Decimal("0.5"),
    ),
    "pretest": ModeRules(
        explains_at_once=True,
        hints=False,
        first_try=True,
        counted=False,
        measured=False,
        asks_certainty=False,
        alone=False,
        worth=Decimal(0),
    ),
    "review": ModeRules(
        explains_at_once=True,
        hints=True,
        first_try=True,
        counted=False,
        measured=True,
        asks_certainty=True,
        alone=True,
        worth=Decimal(1),
    ),
}
"""Every mode and its rules."""

HINTED = Decimal("0.5")
"""The most that a score is worth after a hint."""


def credit(mode: Mode, score: Decimal, hints: int) -> Decimal:
    """Points for a score: half after a hint or at a second try, never a quarter; none before
    the lesson.
    """
    rules = MODES[mode]
    return score * (min(rules.worth, HINTED) if rules.hints and hints else rules.worth)
