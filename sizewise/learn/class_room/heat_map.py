"""Skills by learner: the levels of mastery that each learner's own page shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from sizewise.learn.progress.mastery import Mastery, MasteryLevel, by_skill
from sizewise.learn.quiz.attempt import Answer

LEVELS: tuple[MasteryLevel, ...] = get_args(MasteryLevel)
"""From not tried to mastered."""


class HeatRow(NamedTuple):
    """One learner's mastery of some skills."""

    pseudonym: str
    skills: Mapping[str, Mastery]
    """By skill; one that was not tried is not there."""

    def level(self, skill: str) -> MasteryLevel:
        """How far the learner is with a skill."""
        return self.skills[skill].level if skill in self.skills else "new"


def heat_map(
    pseudonyms: Iterable[str], answers: Mapping[str, Sequence[Answer]]
) -> tuple[HeatRow, ...]:
    """A row for each learner, by pseudonym; `answers` are theirs since they joined, in order."""
    return tuple(HeatRow(name, by_skill(answers.get(name, ()))) for name in sorted(pseudonyms))


def level_counts(rows: Iterable[HeatRow], skill: str) -> tuple[int, ...]:
    """How many learners are at each level of a skill, in the order of LEVELS."""
    found = Counter(row.level(skill) for row in rows)
    return tuple(found[level] for level in LEVELS)
