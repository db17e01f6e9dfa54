"""Where an attempt stands, and the question on screen: from record and content, kept nowhere."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from sizewise.learn.quiz.attempt import Answer, Attempt, Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import MODES, ModeRules
from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.template import show
from sizewise.library import Library, NotInLibrary
from sizewise.ui import house, session


class AttemptUnknown(LookupError):
    """The record has no such attempt of this learner at this quiz."""


GONE = (AttemptUnknown, NotInLibrary, KeyError)
"""What is raised when record or content no longer have what was on screen a moment ago."""


def shown(attempt: Attempt, item_id: str) -> ShownItem:
    """The item as an attempt shows it, with the prices of the day it began.

    Raises KeyError when the item has left the bank since.
    """
    begun = attempt.started_at.date()
    return _shown(attempt.quiz_id, item_id, attempt.seed, begun, house.today())


@house.many_of_content(500)
def _shown(quiz_id: str, item_id: str, seed: str, begun: date, _today: date) -> ShownItem:
    """Kept for the press that follows, by so many learners: to show an item takes half a
    millisecond. With the day, other items may be in the bank.
    """
    quiz = house.library().quiz(quiz_id)
    return show(quiz.item(item_id), seed, house.facts_on(begun), quiz.shuffle.options)


@dataclass(frozen=True)
class Turn(Standing):
    """Where an attempt stands, and the question on screen: the one at its position."""

    library: Library
    quiz: Quiz

    @property
    def rules(self) -> ModeRules:
        """What the attempt's mode means."""
        return MODES[self.attempt.mode]

    @property
    def over(self) -> bool:
        """Whether only results are left to show: nothing waits, and nothing is being explained."""
        return self.finished(self.quiz) and not self.explaining

    @property
    def item_id(self) -> str:
        """The question on screen."""
        return self.attempt.item_ids[self.position]

    @cached_property
    def item(self) -> ShownItem:
        """The question on screen, as shown. Raises KeyError when it has left the bank."""
        return shown(self.attempt, self.item_id)

    @cached_property
    def gone(self) -> bool:
        """Whether the question on screen has left the bank since the attempt began."""
        return self.item_id not in {item.id for item in self.quiz.items}

    @cached_property
    def answer(self) -> Answer | None:
        """The answer to the question on screen, once given."""
        return None if self.passed_all else self.answers.get(self.item_id)

    @property
    def explaining(self) -> bool:
        """Whether the answer to this question is on screen, explained."""
        return self.answer is not None and self.rules.explains_at_once

    @property
    def last(self) -> bool:
        """Whether no other question wants an answer."""
        return set(self.waiting(self.quiz)) <= {self.item_id}

    @property
    def right(self) -> int:
        """How many answers earned the whole point."""
        return sum(answer.score == 1 for answer in self.answers.values())

    @property
    def place(self) -> str:
        """A name for what is on screen; it changes when focus has to move."""
        return place_of(self.attempt, self.position, "told" if self.explaining else "asked")


def place_of(attempt: Attempt, position: int, state: Literal["asked", "told"]) -> str:
    """A name for an attempt's item on screen, asked or explained."""
    return f"{attempt.id}/{position}/{state}"


_STANDING = "standing"


def leave(standing: Standing | None) -> None:
    """Leave where an attempt stands for what is drawn after a press, which need not read it."""
    session.leave_in_run(_STANDING, standing)


def read(attempt_id: str) -> Turn:
    """Where the attempt stands. Raises AttemptUnknown, RecordUnavailable and NotInLibrary."""
    standing: Standing | None = session.left_in_run(_STANDING)
    if standing is None or standing.attempt.id != attempt_id:
        standing = house.journal().standing(attempt_id)
    if standing is None:
        raise AttemptUnknown(attempt_id)
    library = house.library()
    return Turn(**vars(standing), library=library, quiz=library.quiz(standing.attempt.quiz_id))
