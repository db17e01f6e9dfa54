"""The gradebook of a class: what each learner's best attempt at each quiz came to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from sizewise.learn.quiz.attempt import waiting
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import MODES, Mode

_FINE = Decimal("0.0001")

GradeState = Literal["not begun", "begun", "finished"]
"""How far a learner is with a quiz."""


class Taken(NamedTuple):
    """An attempt of a learner, as the record sums it up."""

    pseudonym: str
    quiz_id: str
    mode: Mode
    asked: tuple[str, ...]
    """The items that were drawn."""
    answered: frozenset[str]
    position: int
    """The item the learner is at, counted from 0."""
    points: Decimal
    """The credit of all answers."""
    right: int
    """Answers that earned the whole point."""
    last: datetime
    """The newest answer; the start before the first one."""

    def finished(self, quiz: Quiz | None) -> bool:
        """Whether no item wants an answer; one that has left the course wants none."""
        if quiz is None:
            return self.answered.issuperset(self.asked[self.position :])
        return bool(self.answered) and not waiting(self.asked, self.position, self.answered, quiz)

    @property
    def share(self) -> Decimal:
        """The points as a share of all that was answered, to four decimals."""
        return (self.points / max(len(self.answered), 1)).quantize(_FINE, ROUND_HALF_UP)


class GradeColumn(NamedTuple):
    """A quiz in the gradebook."""

    quiz_id: str
    mode: Mode | None = None
    """The only mode that counts; none when nothing was assigned, and any does."""
    due_on: date | None = None
    """The last day in time."""

    def counts(self, taken: Taken) -> bool:
        """Whether an attempt belongs here."""
        if taken.quiz_id != self.quiz_id or not MODES[taken.mode].counted:
            return False
        return self.mode in (None, taken.mode)


@dataclass(frozen=True)
class QuizGrade:
    """What a learner's attempts at one quiz came to."""

    state: GradeState = "not begun"
    share: Decimal | None = None
    """The best share of the points, of finished attempts; none before one is."""
    attempts: int = 0
    """Finished ones."""
    late: bool = False
    """Whether the first one was finished after the due day."""


class GradeRow(NamedTuple):
    """A learner's grades, in the order of the columns."""

    pseudonym: str
    grades: tuple[QuizGrade, ...]


def columns_taken(taken: Iterable[Taken], order: Sequence[str]) -> tuple[GradeColumn, ...]:
    """A column for every quiz that was begun, in the order of the course: for a class without
    assignments. Quizzes that have left the course stand last.
    """
    there = {each.quiz_id for each in taken if MODES[each.mode].counted}
    known = [each for each in order if each in there]
    return tuple(GradeColumn(each) for each in [*known, *sorted(there - set(known))])


def gradebook(
    pseudonyms: Iterable[str],
    columns: Sequence[GradeColumn],
    taken: Iterable[Taken],
    quizzes: Mapping[str, Quiz],
    zone: tzinfo = UTC,
) -> tuple[GradeRow, ...]:
    """A row for each learner, by pseudonym. The best finished attempt counts. A day that something
    is due on is one of that time zone.
    """
    of: dict[str, list[Taken]] = {}
    for each in taken:
        of.setdefault(each.pseudonym, []).append(each)
    return tuple(
        GradeRow(name, tuple(_grade(each, of.get(name, ()), quizzes, zone) for each in columns))
        for name in sorted(pseudonyms)
    )


def _grade(
    column: GradeColumn, taken: Iterable[Taken], quizzes: Mapping[str, Quiz], zone: tzinfo
) -> QuizGrade:
    begun = [each for each in taken if column.counts(each)]
    done = [each for each in begun if each.finished(quizzes.get(column.quiz_id))]
    if not done:
        return QuizGrade("begun" if begun else "not begun")
    first = min(each.last for each in done).astimezone(zone).date()
    return QuizGrade(
        state="finished",
        share=max(each.share for each in done),
        attempts=len(done),
        late=column.due_on is not None and first > column.due_on,
    )
