"""How far the learner is, computed from the record each time it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sizewise.learn.attempt import Answer, Attempt
from sizewise.learn.course import Lesson, LessonEntry, Part
from sizewise.learn.mastery import Mastery, by_skill
from sizewise.learn.result import Result, result
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
    answered: int = 0
    """How many questions of it are answered."""
    best: Decimal | None = None
    """The best share of points in a finished attempt."""
    passed: bool = False
    """Whether a finished attempt passed."""
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
class Trail:
    """Everything the record holds of one learner, read once for a page."""

    attempts: tuple[Attempt, ...] = ()
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    """By attempt."""
    skills: Mapping[str, Mastery] = field(default_factory=dict)
    """Mastery of every skill with a first try, by skill."""
    read: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Finished parts, by lesson."""
    last_lesson: str | None = None
    """The lesson read last."""

    def at(self, lesson: Lesson) -> Progress:
        """Progress in one lesson."""
        tries = [one for one in self.attempts if one.quiz_id == lesson.id and _counts(one)]
        begun = next((one for one in reversed(tries) if not self._done(one)), None)
        results = self._results(lesson.id, tries)
        return Progress(
            read=self.read.get(lesson.id, frozenset()),
            parts=len(lesson.parts),
            begun=begun,
            answered=len(self.answers.get(begun.id, ())) if begun else 0,
            best=max((each.share for each in results), default=None),
            passed=any(each.passed for each in results),
            mastered=all(self._mastered(skill) for skill in lesson.head.skills),
        )

    def _done(self, attempt: Attempt) -> bool:
        return len(self.answers.get(attempt.id, ())) >= len(attempt.item_ids)

    def _mastered(self, skill: str) -> bool:
        return skill in self.skills and self.skills[skill].level == "mastered"

    def _results(self, lesson_id: str, tries: list[Attempt]) -> list[Result]:
        quiz = house.library().quizzes.get(lesson_id)
        if quiz is None:
            return []
        return [result(quiz, one, self.answers[one.id]) for one in tries if self._done(one)]


def _counts(attempt: Attempt) -> bool:
    return attempt.mode in ("practice", "exam") and bool(attempt.item_ids)


def trail() -> Trail:
    """The learner's trail; an empty one when the record cannot be read."""
    with house.noting_trouble():
        return _trail()
    return Trail()


def _trail() -> Trail:
    journal, learner = house.journal(), house.learner_id()
    given = journal.answers_of(learner)
    answers: dict[str, tuple[Answer, ...]] = {}
    for answer in given:
        answers[answer.attempt_id] = (*answers.get(answer.attempt_id, ()), answer)
    return Trail(
        attempts=journal.attempts(learner),
        answers=answers,
        skills=by_skill(given),
        read=journal.all_parts_read(learner),
        last_lesson=journal.last_lesson(learner),
    )


def first_unread(lesson: Lesson) -> Part:
    """The part to go on with: the first not finished, else the first of all."""
    read: frozenset[str] = frozenset()
    with house.noting_trouble():
        read = house.journal().parts_read(house.learner_id(), lesson.id)
    return next((part for part in lesson.parts if part.anchor not in read), lesson.parts[0])


def minutes_left(entry: LessonEntry, progress: Progress) -> int:
    """Reading time that is left, in whole minutes, at least one while parts are left."""
    if not progress.parts:
        return entry.minutes
    left = progress.parts - len(progress.read)
    return max(1, round(entry.minutes * left / progress.parts)) if left > 0 else 0
