"""Everything that is wrong with the content, the linter's findings on it included.

A fault hides the file from learners, never from the linter: what can be read is linted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path

from sizewise.learn.lint import lint
from sizewise.learn.lint.lessons import lint_lesson
from sizewise.learn.quiz.item import Quiz
from sizewise.library.checks.findings import in_words, problem_of
from sizewise.library.checks.items import readable
from sizewise.library.facts import CatalogueFacts, FactUnknown
from sizewise.library.kinds import KINDS, LESSON, QUIZ
from sizewise.library.library import Library, stocked
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.read.problem import Problem
from sizewise.library.shelf import fill


def check(root: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem below `root` on a day (the current one in UTC), by file and line."""
    day, shelf = today or datetime.now(UTC).date(), fill(root, KINDS)
    library = stocked(shelf, day)
    quizzes = (_linted(opened, library, day) for opened in shelf.all(QUIZ).values())
    lessons = (_read(opened, library, day) for opened in shelf.all(LESSON).values())
    return tuple(sorted({*library.problems, *chain(*quizzes, *lessons)}))


@dataclass(frozen=True)
class _AsFarAsKnown:
    """Facts for a lesson whose own may be wrong: what has no answer stands as it is written."""

    facts: CatalogueFacts

    def price(self, model: str, field: str) -> Decimal:
        return self.facts.price(model, field)

    def limit(self, model: str, field: str) -> Decimal:
        return self.facts.limit(model, field)

    def text(self, template: str) -> str:
        try:
            return self.facts.text(template)
        except FactUnknown:
            return template


def _read(opened: Opened[LessonFile], library: Library, day: date) -> Iterator[Problem]:
    """What lint has to say of a lesson, at the heading of the part it means."""
    file = opened.value
    if file is None or file.lesson is None:
        return
    facts = _AsFarAsKnown(library.facts_on(day))
    for finding in lint_lesson(
        file.lesson, facts=facts, today=day, allowed=file.allowed, unread=file.unread
    ):
        line = file.lines.get(finding.place, 1)
        what, fix = in_words(finding)
        yield Problem(opened.page.file, line, finding.place, what, fix, finding.level)


def _linted(opened: Opened[Quiz], library: Library, day: date) -> Iterator[Problem]:
    quiz = readable(opened)
    if quiz is None:
        return
    for finding in lint(
        quiz,
        course=library.course,
        glossary=library.glossary,
        facts=library.facts_on(day),
        today=day,
        allowed=library.allowed.get(opened.name, {}),
    ):
        yield problem_of(finding, opened.page.file, opened.root)
