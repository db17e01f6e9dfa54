"""Sittings: each learner's first attempt at a quiz, which is what item statistics rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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


def first_sittings(answers: Iterable[Answer]) -> list[Sitting]:
    """Each learner's first attempt that counts, from answers to one quiz in the order they came.

    Marks are scores from 0 to 1, whatever a hint took off the credit.
    """
    first: dict[str, str] = {}
    given: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.first_try and MODES[answer.mode].counted:
            attempt = first.setdefault(answer.learner_id, answer.attempt_id)
            if answer.attempt_id == attempt:
                given.setdefault(answer.learner_id, []).append(answer)
    return [
        Sitting(
            {each.item_id: float(each.score) for each in of_one},
            {each.item_id: each.response.picked for each in of_one},
        )
        for of_one in given.values()
    ]
