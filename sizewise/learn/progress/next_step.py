"""What a learner does next: the one thing that the first page offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.attempt import Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import MODES

StepKind = Literal["question", "read", "quiz", "review"]
"""question: go on in a quiz that was begun. read: a lesson. quiz: take one. review: nothing else
is left."""


@dataclass(frozen=True)
class NextStep:
    """The next thing to do."""

    kind: StepKind
    lesson: str = ""
    """The lesson, or the quiz of that lesson."""
    standing: Standing | None = None
    """The attempt that goes on."""


def next_step(trail: Trail, lessons: Sequence[Lesson], quizzes: Mapping[str, Quiz]) -> NextStep:
    """A quiz that was begun comes first, then the lesson read last, then its quiz, then the next
    lesson of the course. `lessons` are those that can be opened, in the order of the course.
    """
    if begun := _begun_last(trail, quizzes):
        return NextStep("question", begun.attempt.quiz_id, begun)
    ordered = sorted(lessons, key=lambda lesson: lesson.id != trail.last_lesson)
    for lesson in ordered:
        quiz = quizzes.get(lesson.id)
        done = trail.at(lesson, quiz)
        if lesson.id == trail.last_lesson and done.parts > len(done.read):
            return NextStep("read", lesson.id)
        if done.read and quiz and done.best is None and done.parts <= len(done.read):
            return NextStep("quiz", lesson.id)
    unread = (each.id for each in lessons if trail.at(each, quizzes.get(each.id)).step < 2)
    following = next(unread, None)
    return NextStep("read", following) if following else NextStep("review")


def _begun_last(trail: Trail, quizzes: Mapping[str, Quiz]) -> Standing | None:
    """The attempt that was begun last, when it goes on; an older one was left for another."""
    ways = [each for each in trail.standings if not MODES[each.attempt.mode].alone]
    newest = ways[-1] if ways else None
    quiz = quizzes.get(newest.attempt.quiz_id) if newest else None
    return newest if newest and quiz and not newest.finished(quiz) else None
