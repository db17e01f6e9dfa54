"""Named mistakes: which ones a learner makes, how often, and whether they are mended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.mode import MODES

MENDED = 2
"""Right answers, where the mistake was on offer, after which it is mended."""
MistakeState = Literal["open", "mending", "mended"]
"""open: not avoided since. mending: avoided once. mended: avoided twice or more."""


@dataclass(frozen=True)
class MadeMistake:
    """A named mistake that a learner has made."""

    id: str
    """The misconception's id."""
    times: int
    """Answers in which it was made."""
    last: datetime
    """When it was made last."""
    place: ItemPlace
    """The item at which it was made last."""
    avoided: int
    """Right answers since then to items that offer it."""

    @property
    def state(self) -> MistakeState:
        """How far it is mended."""
        if self.avoided >= MENDED:
            return "mended"
        return "mending" if self.avoided else "open"


def made(
    answers: Iterable[Answer], offered: Mapping[ItemPlace, frozenset[str]]
) -> list[MadeMistake]:
    """Every named mistake that was made: open ones first, the most frequent first.

    `offered` says which mistakes an item can catch. Guesses before the lesson are no mistakes; a
    second try just after the explanation makes or mends none.
    """
    found: dict[str, MadeMistake] = {}
    for answer in answers:
        if not answer.first_try or not MODES[answer.mode].measured:
            continue
        place = ItemPlace(answer.quiz_id, answer.item_id)
        for name in dict.fromkeys(answer.misconceptions):
            times = found[name].times + 1 if name in found else 1
            found[name] = MadeMistake(name, times, answer.at, place, 0)
        if answer.score == 1 and not answer.hints:
            for name in offered.get(place, frozenset()) & found.keys():
                found[name] = _avoided(found[name])
    return sorted(found.values(), key=lambda each: (each.avoided >= MENDED, -each.times, each.id))


def _avoided(mistake: MadeMistake) -> MadeMistake:
    return MadeMistake(mistake.id, mistake.times, mistake.last, mistake.place, mistake.avoided + 1)
