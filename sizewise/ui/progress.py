"""How far the learner is, computed from the record each time it is asked."""

from dataclasses import dataclass
from decimal import Decimal

from sizewise.learn.attempt import Attempt
from sizewise.learn.course import Lesson, LessonEntry, Part
from sizewise.learn.mastery import Mastery, by_skill
from sizewise.learn.result import result
from sizewise.record import RecordUnavailable
from sizewise.ui import house

STEPS = ("not begun", "begun", "read", "quiz passed", "every skill mastered")
"""The words for a lesson's steps, 0 to 4."""


@dataclass(frozen=True)
class Progress:
    """One learner's way through one lesson."""

    read: frozenset[str] = frozenset()
    """Anchors of the parts that were finished."""
    parts: int = 0
    """How many parts the lesson has."""
    begun: Attempt | None = None
    """A quiz attempt that waits to be finished."""
    position: int = 0
    """How many questions of it are done."""
    best: Decimal | None = None
    """The best share of points in a finished attempt."""
    passed: bool = False
    """Whether that share reached the pass mark."""
    mastered: bool = False
    """Whether every skill of the lesson is mastered."""

    @property
    def step(self) -> int:
        """0 to 4; STEPS has the words."""
        if self.mastered:
            return 4
        if self.passed:
            return 3
        if self.parts and len(self.read) >= self.parts:
            return 2
        return int(bool(self.read or self.begun or self.best is not None))


@dataclass(frozen=True)
class Shares:
    """Results of the finished attempts at one quiz."""

    best: Decimal | None = None
    passed: bool = False


def _shares(lesson_id: str) -> Shares:
    journal, quiz = house.journal(), house.library().quizzes.get(lesson_id)
    results = [
        result(quiz, attempt, journal.answers(attempt.id))
        for attempt in journal.attempts(house.learner_id())
        if quiz
        and attempt.quiz_id == lesson_id
        and attempt.mode in ("practice", "exam")
        and journal.position(attempt.id) >= len(attempt.item_ids)
    ]
    return Shares(
        best=max((each.share for each in results), default=None),
        passed=any(each.passed for each in results),
    )


def skills() -> dict[str, Mastery]:
    """Mastery of every skill with a first try, by skill id."""
    return by_skill(house.journal().answers_of(house.learner_id()))


def of(lesson_id: str) -> Progress:
    """The learner's progress in a lesson; none yet when the record cannot be read."""
    try:
        return _of(lesson_id)
    except RecordUnavailable:
        return Progress()


def _of(lesson_id: str) -> Progress:
    lesson, journal = house.library().lessons.get(lesson_id), house.journal()
    if lesson is None:
        return Progress()
    begun, levels = journal.open_attempt(house.learner_id(), lesson_id), skills()
    shares = _shares(lesson_id)
    return Progress(
        read=journal.parts_read(house.learner_id(), lesson_id),
        parts=len(lesson.parts),
        begun=begun,
        position=journal.position(begun.id) if begun else 0,
        best=shares.best,
        passed=shares.passed,
        mastered=all(
            skill in levels and levels[skill].level == "mastered" for skill in lesson.head.skills
        ),
    )


def first_unread(lesson: Lesson, progress: Progress) -> Part:
    """The part to go on with: the first not finished, else the first of all."""
    unread = (part for part in lesson.parts if part.anchor not in progress.read)
    return next(unread, lesson.parts[0])


def minutes_left(entry: LessonEntry, progress: Progress) -> int:
    """Reading time that is left, in whole minutes, at least one while parts are left."""
    if not progress.parts:
        return entry.minutes
    left = progress.parts - len(progress.read)
    return max(1, round(entry.minutes * left / progress.parts)) if left else 0
