"""What a teacher sees first: who has not begun, who is stuck, which mistakes the class makes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sizewise.learn.progress.review import ItemPlace

LAST, FEW = 10, 3
"""Who is stuck has so few right of so many first tries, the last ones. Who gets 6 in 10 right meets
such a run by chance about once in 20 times: .4^10 + 10(.6)(.4^9) + 45(.36)(.4^8) + 120(.216)(.4^7)
is .055."""


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


class RecentTries(NamedTuple):
    """What a learner's last first tries came to in one skill."""

    pseudonym: str
    skill: str
    tries: int
    right: int
    last: datetime
    """When the newest of them was given."""


class StuckLearner(NamedTuple):
    """A learner who gets few right at present."""

    pseudonym: str
    right: int
    """Of the last first tries."""
    skills: tuple[str, ...]
    """Where they missed, what was missed most often first."""
    last: datetime


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
    stuck: tuple[StuckLearner, ...]
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
        waiting, stuck = len(self.not_begun), len(self.stuck)
        return waiting, stuck, len(self.learners) - waiting - stuck


def first_glance(
    learners: Iterable[Activity], recent: Iterable[RecentTries], mistakes: Iterable[SharedMistake]
) -> FirstGlance:
    """A class at a glance, in the order in which it is read."""
    return FirstGlance(
        learners=tuple(sorted(learners)),
        stuck=tuple(sorted(_stuck(recent), key=lambda each: each.last, reverse=True)),
        mistakes=tuple(sorted(mistakes, key=lambda each: (-each.learners, -each.times, each.id))),
    )


def _stuck(recent: Iterable[RecentTries]) -> Iterator[StuckLearner]:
    of: dict[str, list[RecentTries]] = {}
    for each in sorted(recent, key=lambda each: (each.right - each.tries, each.skill)):
        of.setdefault(each.pseudonym, []).append(each)
    for name, given in of.items():
        right = sum(each.right for each in given)
        if sum(each.tries for each in given) >= LAST and right <= FEW:
            missed = tuple(each.skill for each in given if each.right < each.tries)
            yield StuckLearner(name, right, missed, max(each.last for each in given))
