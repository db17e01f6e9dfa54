"""A quiz that a class takes just now: who is at which question, and how many are right so far."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sizewise.learn.class_room.gradebook import Taken
from sizewise.learn.quiz.attempt import waiting
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import Mode


class Going(NamedTuple):
    """A learner's newest attempt at the quiz."""

    pseudonym: str
    mode: Mode
    asked: int
    """Questions in the attempt that are answered or still want an answer."""
    answered: int
    right: int
    """Answers that earned the whole point."""
    last: datetime
    """The newest answer; the start before the first one."""

    @property
    def finished(self) -> bool:
        """Whether every question is answered."""
        return self.answered >= self.asked

    @property
    def question(self) -> int:
        """The question that the learner is at, counted from 1; the last one when finished."""
        return min(self.answered + 1, self.asked)


def going_on(taken: Taken, quiz: Quiz | None) -> Going:
    """How an attempt goes, beside the quiz of today. What nobody can answer any more, since it has
    left the quiz or was passed over, is not asked; of a quiz that is gone nothing is.
    """
    done = len(taken.answered)
    left = waiting(taken.asked, taken.position, taken.answered, quiz) if quiz else ()
    return Going(taken.pseudonym, taken.mode, done + len(left), done, taken.right, taken.last)


def at_question(going: Iterable[Going]) -> dict[int, int]:
    """How many learners are at each question, in order; who has finished is at none."""
    return dict(sorted(Counter(each.question for each in going if not each.finished).items()))


def standing(going: Iterable[Going], members: int) -> tuple[int, int, int]:
    """How many of the class have finished, are under way, and have not begun."""
    given = tuple(going)
    finished = sum(each.finished for each in given)
    return finished, len(given) - finished, members - len(given)
