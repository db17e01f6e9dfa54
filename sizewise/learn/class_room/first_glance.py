"""What a teacher sees first: who has not begun, who is stuck, which mistakes the class makes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sizewise.learn.progress.review import ItemPlace

IN_A_ROW = 3
"""Who is stuck has missed so many first tries at one skill, the last ones. Who has a skill slips
once in ten tries, and so misses three in a row once in a thousand times."""


class Activity(NamedTuple):
    """What a learner has done since joining."""

    pseudonym: str
    answers: int
    """Answers of any kind."""
    parts: int
    """Parts of lessons read."""
    last: datetime | None
    """The newest answer or part; none before the first."""

    @property
    def begun(self) -> bool:
        """Whether the learner has done anything yet."""
        return self.last is not None


class StuckAt(NamedTuple):
    """A learner who has missed the last three first tries at a skill."""

    pseudonym: str
    skill: str
    last: datetime
    """When the newest of them was given."""


@dataclass(frozen=True)
class SharedMistake:
    """A named mistake that learners of a class have made."""

    id: str
    learners: int
    """Who made it, at a first try."""
    lately: int
    """Who of them made it in the last days."""
    times: int
    """How many answers it was made in."""
    place: ItemPlace
    """The item at which most learners made it: what it refers to is to be taught again."""


@dataclass(frozen=True)
class FirstGlance:
    """A class at a glance."""

    learners: tuple[Activity, ...]
    """Everybody, by pseudonym."""
    stuck: tuple[StuckAt, ...]
    """Newest first."""
    mistakes: tuple[SharedMistake, ...]
    """Most widespread first."""

    @property
    def not_begun(self) -> tuple[str, ...]:
        """Who has neither answered nor read anything since joining."""
        return tuple(each.pseudonym for each in self.learners if not each.begun)

    @property
    def answering(self) -> int:
        """How many have given an answer."""
        return sum(each.answers > 0 for each in self.learners)

    @property
    def standing(self) -> tuple[int, int, int]:
        """How many have not begun, are stuck, and go on: everybody is one of them."""
        stuck = len({each.pseudonym for each in self.stuck})
        waiting = len(self.not_begun)
        return waiting, stuck, len(self.learners) - waiting - stuck


def first_glance(
    learners: Iterable[Activity], stuck: Iterable[StuckAt], mistakes: Iterable[SharedMistake]
) -> FirstGlance:
    """A class at a glance, in the order in which it is read."""
    return FirstGlance(
        learners=tuple(sorted(learners)),
        stuck=tuple(sorted(stuck, key=lambda each: (each.last, each.pseudonym), reverse=True)),
        mistakes=tuple(sorted(mistakes, key=lambda each: (-each.learners, -each.times, each.id))),
    )


def by_learner(stuck: Sequence[StuckAt]) -> dict[str, tuple[StuckAt, ...]]:
    """At which skills each learner is stuck, in the order given."""
    names = dict.fromkeys(each.pseudonym for each in stuck)
    return {name: tuple(each for each in stuck if each.pseudonym == name) for name in names}
