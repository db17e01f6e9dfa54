"""A learner's way through the course: what is read, finished, begun and mastered so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sizewise.learn.lesson.course import LessonEntry
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.progress.mastery import LevelChange, Mastery
from sizewise.learn.progress.review import ItemPlace, ReviewCard
from sizewise.learn.quiz.attempt import Answer, Attempt, Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.result import Result, result

STEPS = ("not begun", "begun", "read", "quiz passed", "every skill mastered")
"""The words for a lesson's steps, 0 to 4."""


@dataclass(frozen=True)
class Progress:
    """One learner's way through one lesson."""

    read: frozenset[str] = frozenset()
    """Anchors of the parts that were finished."""
    parts: int = 0
    """How many parts the lesson has."""
    begun: Standing | None = None
    """The attempt at its quiz that goes on."""
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
    """What a learner did, as far as a page needs it: of the whole course, or of one quiz."""

    standings: tuple[Standing, ...] = ()
    """Where each attempt stands, oldest first."""
    skills: Mapping[str, Mastery] = field(default_factory=dict)
    """Mastery of every skill with a first try, by skill."""
    read: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Finished parts, by lesson."""
    last_lesson: str | None = None
    """The lesson read last."""
    answers: tuple[Answer, ...] = ()
    """Every answer, in the order given."""
    cards: Mapping[ItemPlace, ReviewCard] = field(default_factory=dict)
    """When each answered item comes back."""
    changes: tuple[LevelChange, ...] = ()
    """Every skill that came to another level, oldest first."""

    @property
    def begun(self) -> bool:
        """Whether the learner has done anything yet."""
        return bool(self.standings or self.last_lesson)

    def at(self, lesson: Lesson, quiz: Quiz | None) -> Progress:
        """Progress in one lesson and in its quiz, when it has one."""
        results = [each for _, each in self.results(quiz)] if quiz else []
        return Progress(
            read=self.read.get(lesson.id, frozenset()),
            parts=len(lesson.parts),
            begun=self.going_on(quiz) if quiz else None,
            best=max((each.share for each in results), default=None),
            passed=any(each.passed for each in results),
            mastered=all(self._mastered(skill) for skill in lesson.head.skills),
        )

    def newest(self, quiz: Quiz) -> Standing | None:
        """The attempt at a quiz that was begun last, or none."""
        return next(self._newest_first(quiz), None)

    def going_on(self, quiz: Quiz) -> Standing | None:
        """The newest attempt at a quiz that is not finished, or none."""
        return next((each for each in self._newest_first(quiz) if not each.finished(quiz)), None)

    def results(self, quiz: Quiz) -> list[tuple[Attempt, Result]]:
        """The finished attempts at a quiz that count, oldest first, with what they came to."""
        done = [
            (each.attempt, result(quiz, each))
            for each in self.standings
            if each.attempt.quiz_id == quiz.id
            and MODES[each.attempt.mode].counted
            and each.finished(quiz)
        ]
        return [(attempt, outcome) for attempt, outcome in done if outcome.out_of]

    def _newest_first(self, quiz: Quiz) -> Iterator[Standing]:
        return (
            each
            for each in reversed(self.standings)
            if each.attempt.quiz_id == quiz.id and not MODES[each.attempt.mode].alone
        )

    def _mastered(self, skill: str) -> bool:
        return skill in self.skills and self.skills[skill].level == "mastered"


def minutes_left(entry: LessonEntry, progress: Progress) -> int:
    """Reading time that is left, in whole minutes, at least one while parts are left."""
    if not progress.parts:
        return entry.minutes
    left = progress.parts - len(progress.read)
    return max(1, round(entry.minutes * left / progress.parts)) if left > 0 else 0
