"""What a certificate says: that every quiz of the course was passed, when, and how well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.item import Quiz

_FIRST = date(2020, 1, 1)
"""The day from which the days in a code are counted."""
LENGTH = 4
"""Bytes of what is certified."""


@dataclass(frozen=True)
class Achievement:
    """That a learner passed every quiz of the course."""

    day: date
    """When the last of them was passed for the first time."""
    lessons: int
    """How many quizzes there were."""
    percent: int
    """The mean of the best shares of points, in whole percent, rounded down."""

    def to_bytes(self) -> bytes:
        """The same in few bytes, for a code."""
        days = (self.day - _FIRST).days
        return days.to_bytes(2) + bytes((min(self.lessons, 255), self.percent))

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Achievement":
        """What `to_bytes` wrote."""
        return cls(_FIRST + timedelta(days=int.from_bytes(raw[:2])), raw[2], raw[3])


def still_to_pass(trail: Trail, quizzes: Sequence[Quiz]) -> list[str]:
    """The quizzes that were not passed yet, by id."""
    passed = {quiz.id for quiz in quizzes if any(found.passed for _, found in trail.results(quiz))}
    return [quiz.id for quiz in quizzes if quiz.id not in passed]


def achieved(trail: Trail, quizzes: Sequence[Quiz]) -> Achievement | None:
    """The achievement, once every quiz is passed; none before that, or without any quiz."""
    if not quizzes or still_to_pass(trail, quizzes):
        return None
    results = [trail.results(quiz) for quiz in quizzes]
    best = [max(found.share for _, found in of_quiz) for of_quiz in results]
    passed_on = [
        min(_day(trail, attempt.id) for attempt, found in of_quiz if found.passed)
        for of_quiz in results
    ]
    mean = sum(best, Decimal(0)) / len(best)
    return Achievement(max(passed_on), len(quizzes), int(mean * 100))


def _day(trail: Trail, attempt_id: str) -> date:
    """The day of an attempt's last answer."""
    return next(
        max(answer.at for answer in each.answers.values()).date()
        for each in trail.standings
        if each.attempt.id == attempt_id
    )
