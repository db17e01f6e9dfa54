"""How likely it is that a learner has a skill: Bayesian knowledge tracing.

The model and its update are Corbett and Anderson's (1995, "Knowledge tracing: modeling the
acquisition of procedural knowledge"). A guess is as likely as the item's chance level.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from sizewise.learn.attempt import Answer

KNOWN_AT_FIRST = 0.3
"""L0: the share of learners who have the skill before the first item."""
LEARNED_EACH_TIME = 0.05
"""T: how likely an item teaches the skill to somebody who lacks it."""
SLIP = 0.1
"""S: how likely somebody who has the skill answers wrongly."""
PROFICIENT = 0.95
"""The probability from which on a learner is proficient."""
ENOUGH_TRIES = 5
"""First tries that proficiency needs."""
A_DAY = timedelta(days=1)

Level = Literal["new", "started", "proficient", "mastered"]


@dataclass(frozen=True)
class Mastery:
    """What we think of one skill now. `proficient_since` is when it last became proficient."""

    skill: str
    probability: float = KNOWN_AT_FIRST
    first_tries: int = 0
    level: Level = "new"
    proficient_since: datetime | None = None


def traced(probability: float, right: bool, guess: float) -> float:
    """The probability of having the skill after one more answer."""
    if right:
        hit = probability * (1 - SLIP)
        posterior = hit / (hit + (1 - probability) * guess)
    else:
        miss = probability * SLIP
        posterior = miss / (miss + (1 - probability) * (1 - guess))
    return posterior + (1 - posterior) * LEARNED_EACH_TIME


def by_skill(answers: Iterable[Answer]) -> dict[str, Mastery]:
    """Mastery of every skill with a first try. Answers may come in any order."""
    levels: dict[str, Mastery] = {}
    for answer in sorted(answers, key=lambda each: (each.at, each.item_id)):
        if answer.first_try:
            before = levels.get(answer.skill, Mastery(answer.skill))
            levels[answer.skill] = _after(before, answer)
    return levels


def _after(before: Mastery, answer: Answer) -> Mastery:
    right = answer.score == 1
    moved = replace(
        before,
        probability=traced(before.probability, right, float(answer.chance)),
        first_tries=before.first_tries + 1,
    )
    if moved.probability < PROFICIENT or moved.first_tries < ENOUGH_TRIES:
        return replace(moved, level="started", proficient_since=None)
    since = before.proficient_since or answer.at
    kept = before.level == "mastered" or (right and answer.at - since >= A_DAY)
    return replace(moved, level="mastered" if kept else "proficient", proficient_since=since)
