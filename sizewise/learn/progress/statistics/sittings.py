"""Sittings: each learner's first attempt at a quiz, which is what item statistics rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.mode import MODES


@dataclass(frozen=True)
class Sitting:
    """One learner's answers to the items of one attempt."""

    marks: Mapping[str, float]
    """The mark of each item that was asked."""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The options that were chosen, by item, where that is known."""

    @property
    def total(self) -> float:
        """All its marks together."""
        return sum(self.marks.values())


class ItemMark(NamedTuple):
    """What a learner's answer to an item earned, from 0 to 1."""

    learner_id: str
    attempt_id: str
    item_id: str
    mark: float


class _Given(Protocol):
    @property
    def learner_id(self) -> str: ...
    @property
    def attempt_id(self) -> str: ...


G = TypeVar("G", bound=_Given)


def first_sittings(answers: Iterable[Answer]) -> list[Sitting]:
    """Each learner's first attempt that counts, from answers to one quiz in the order they came.

    Marks are scores from 0 to 1, whatever a hint took off the credit.
    """
    counted = (each for each in answers if each.first_try and MODES[each.mode].counted)
    return [
        Sitting(
            {each.item_id: float(each.score) for each in of_one},
            {each.item_id: each.response.picked for each in of_one},
        )
        for of_one in _of_first_attempts(counted)
    ]


def sittings_marked(marks: Iterable[ItemMark]) -> list[Sitting]:
    """Each learner's first attempt, from the marks of one quiz in the order they came."""
    return [
        Sitting({each.item_id: each.mark for each in of_one})
        for of_one in _of_first_attempts(marks)
    ]


def _of_first_attempts(given: Iterable[G]) -> Iterable[list[G]]:
    first: dict[str, str] = {}
    found: dict[str, list[G]] = {}
    for each in given:
        if first.setdefault(each.learner_id, each.attempt_id) == each.attempt_id:
            found.setdefault(each.learner_id, []).append(each)
    return found.values()
