"""What a learner's classes ask for: which quizzes, until when, and which are done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sizewise.ground.written import near_day_words
from sizewise.learn.class_room.due import is_done
from sizewise.learn.class_room.membership import AssignedMode, Assignment
from sizewise.learn.progress.trail import Trail
from sizewise.ui import house
from sizewise.ui.you import progress

WAYS: Mapping[AssignedMode, str] = {"practice": "as practice", "exam": "as an exam"}
"""The ways that a class may be asked to take a quiz."""


@dataclass(frozen=True)
class Work:
    """A quiz that a class asks for."""

    class_id: str
    lesson: str
    title: str
    """The lesson's."""
    mode: AssignedMode
    due_on: date
    done: bool

    @property
    def words(self) -> str:
        """How and until when: `as an exam, due on Friday`."""
        return f"{WAYS[self.mode]}, {due_words(self.due_on)}"


def works(trail: Trail) -> list[Work]:
    """What every class of the learner that goes on asks for, what is due first before the rest.

    Raises RecordUnavailable.
    """
    journal, now = house.journal(), house.now_here()
    joined = journal.memberships(house.learner_id())
    counted = progress.answered_here(trail).standings if joined else ()
    return sorted(
        (
            _work(each, is_done(each, member, counted, house.library().quizzes))
            for group, member in joined
            if not group.over(now)
            for each in journal.assignments(group.id)
            if each.lesson in house.library().quizzes
        ),
        key=lambda work: work.due_on,
    )


def open_works(trail: Trail) -> list[Work]:
    """What is not done; none when the record cannot be read."""
    with house.noting_trouble():
        return [each for each in works(trail) if not each.done]
    return []


def asked_at(lesson: str, trail: Trail) -> Work | None:
    """What a class still asks for at the quiz of a lesson, what is due first; none without any."""
    return next((each for each in open_works(trail) if each.lesson == lesson), None)


def _work(assignment: Assignment, done: bool) -> Work:
    titles = {entry.id: entry.title for entry in house.library().course.lessons}
    title = titles.get(assignment.lesson, assignment.lesson)
    return Work(
        assignment.class_id, assignment.lesson, title, assignment.mode, assignment.due_on, done
    )


def due_words(day: date) -> str:
    """`due today`, `due on Friday`, `was due on 21 November 2026`: by the learner's own clock."""
    today = house.now_here().date()
    said = near_day_words(day, today)
    if said in ("today", "tomorrow"):
        return f"due {said}"
    return f"due on {said}" if day > today else f"was due on {said}"
