"""Where an attempt stands: read from the record when the page opens, known from then on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from sizewise.learn.attempt import Answer, Attempt
from sizewise.learn.item import Quiz
from sizewise.learn.template import ShownItem, show
from sizewise.library import Library
from sizewise.ui import house

FEEDBACK_AT_ONCE = frozenset({"practice", "missed", "pretest"})
"""Modes that explain each answer when it is given; an exam explains at the end."""
HINTED = frozenset({"practice", "missed"})
"""Modes that offer hints."""


class AttemptUnknown(LookupError):
    """The record has no such attempt of this learner at this quiz."""


@lru_cache(maxsize=512)
def attempt_of(attempt_id: str) -> Attempt:
    """The attempt; it never changes. Raises AttemptUnknown and RecordUnavailable."""
    attempt = house.journal().attempt(attempt_id)
    if attempt is None:
        raise AttemptUnknown(attempt_id)
    return attempt


@lru_cache(maxsize=4096)
def shown(attempt_id: str, item_id: str) -> ShownItem:
    """The item as this attempt shows it, with the prices of the day it began.

    Raises KeyError when the item has left the bank since.
    """
    attempt = attempt_of(attempt_id)
    quiz = house.library().quiz(attempt.quiz_id)
    facts = house.facts_on(attempt.started_at.date())
    return show(quiz.item(item_id), attempt.seed, facts, quiz.shuffle.options)


@dataclass(frozen=True)
class Turn:
    """The question on screen and all answers so far."""

    library: Library
    quiz: Quiz
    attempt: Attempt
    position: int
    """The question on screen, counted from 0; as many as there are when all are done."""
    answers: Mapping[str, Answer]
    """Answers so far, by item."""

    @property
    def finished(self) -> bool:
        """Whether every question is behind the learner."""
        return self.position >= len(self.attempt.item_ids)

    @property
    def item_id(self) -> str:
        """The question on screen."""
        return self.attempt.item_ids[self.position]

    @cached_property
    def item(self) -> ShownItem:
        """The question on screen, as shown. Raises KeyError when it has left the bank."""
        return shown(self.attempt.id, self.item_id)

    @property
    def gone(self) -> bool:
        """Whether the question on screen has left the bank since the attempt began."""
        return all(item.id != self.item_id for item in self.quiz.items)

    @property
    def answer(self) -> Answer | None:
        """The answer to the question on screen, once given."""
        return self.answers.get(self.item_id)

    @property
    def explaining(self) -> bool:
        """Whether the answer to this question is on screen, explained."""
        return self.answer is not None and self.attempt.mode in FEEDBACK_AT_ONCE

    @cached_property
    def hints(self) -> int:
        """How many hints are open. The record is asked only where and while there are any."""
        if self.gone or self.answer is not None or not self.item.hints:
            return 0
        return house.journal().hints(self.attempt.id, self.item_id)

    @property
    def last(self) -> bool:
        """Whether this is the last question."""
        return self.position == len(self.attempt.item_ids) - 1

    @property
    def right(self) -> int:
        """How many answers earned the whole point."""
        return sum(answer.score == 1 for answer in self.answers.values())

    @property
    def place(self) -> str:
        """A name for what is on screen; it changes when focus has to move."""
        return f"{self.attempt.id}/{self.position}/{'told' if self.explaining else 'asked'}"


@dataclass
class Known:
    """What this process knows of an attempt. Facts are only ever added, so it never turns false.

    Asking the record again at every press would double the work of a press.
    """

    attempt_id: str
    position: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    read: bool = False
    """Whether the record was asked. Among many attempts one may be forgotten in the meantime."""


@lru_cache(maxsize=512)
def known(attempt_id: str) -> Known:
    """What is known of an attempt; nothing before it was read."""
    return Known(attempt_id)


def read(attempt_id: str) -> Turn:
    """Where the attempt stands, from the record. Raises AttemptUnknown and RecordUnavailable."""
    attempt_of(attempt_id)
    journal, memory = house.journal(), known(attempt_id)
    for answer in journal.answers(attempt_id):
        memory.answers[answer.item_id] = answer
    memory.position = max(memory.position, journal.position(attempt_id))
    memory.read = True
    return recall(attempt_id)


def recall(attempt_id: str) -> Turn:
    """Where the attempt stands, as far as this process knows since it was read."""
    if not known(attempt_id).read:
        return read(attempt_id)
    attempt, memory, library = attempt_of(attempt_id), known(attempt_id), house.library()
    quiz = library.quiz(attempt.quiz_id)
    return Turn(library, quiz, attempt, memory.position, dict(memory.answers))
