"""Everything that is wrong with the content, the linter's findings on it included.

A fault hides the file from learners, never from the linter: what can be read is linted.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path

from sizewise.learn.lint import lint_bank
from sizewise.learn.lint.bank import Bank, read_bank
from sizewise.learn.lint.lessons import lint_lesson
from sizewise.learn.lint.robots import RobotTry, beside_each_other, robots_at, robots_over
from sizewise.learn.lint.rules.quiz.guessing.robot import over_all
from sizewise.learn.quiz.item import Quiz
from sizewise.library.checks.findings import in_words, problem_of
from sizewise.library.checks.items import readable
from sizewise.library.fact import FactUnknown, ModelBroken
from sizewise.library.facts import CatalogueFacts
from sizewise.library.kinds import COURSE, KINDS, LESSON, QUIZ
from sizewise.library.library import Library, stocked
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.read.problem import Problem
from sizewise.library.shelf import Shelf, fill


def check(root: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem below `root` on a day (the current one in UTC), by file and line."""
    day, shelf = today or datetime.now(UTC).date(), fill(root, KINDS)
    library = stocked(shelf, day)
    banks = _banks(shelf, library, day)
    quizzes = (_linted(shelf.all(QUIZ)[name], bank, library) for name, bank in banks.items())
    lessons = (_read(opened, library, day) for opened in shelf.all(LESSON).values())
    return tuple(
        sorted({*library.problems, *chain(*quizzes, *lessons), *_over_all(banks.values())})
    )


def files_of(root: Path) -> tuple[str, ...]:
    """Every content file below `root` that is read, as its problems name it."""
    return tuple(sorted(opened.page.file for opened in fill(root, KINDS).opened()))


def guesses(root: Path, today: date | None = None) -> Mapping[str, Sequence[RobotTry]]:
    """What robots that know nothing earn in each quiz below `root`, and over all of them."""
    day, shelf = today or datetime.now(UTC).date(), fill(root, KINDS)
    banks = _banks(shelf, stocked(shelf, day), day)
    return {name: robots_at(bank) for name, bank in banks.items()} | {
        "all quizzes": robots_over(tuple(banks.values()))
    }


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


def _banks(shelf: Shelf, library: Library, day: date) -> Mapping[str, Bank]:
    """Every quiz as far as it can be read, each beside the others."""
    facts = library.facts_on(day)
    quizzes = {name: readable(opened) for name, opened in shelf.all(QUIZ).items()}
    return beside_each_other(
        {
            name: read_bank(quiz, library.course, library.glossary, facts, day)
            for name, quiz in quizzes.items()
            if quiz is not None
        }
    )


def _linted(opened: Opened[Quiz], bank: Bank, library: Library) -> Iterator[Problem]:
    first = [ModelBroken(model).what for model in library.catalogue.broken]
    stuck = {
        seen.item.id for seen in bank.items if any(each in str(seen.trouble) for each in first)
    }
    for finding in lint_bank(bank, library.allowed.get(opened.name, {})):
        if finding.item_id in stuck and finding.place == "item":
            continue  # what it waits for is told where it is named
        yield problem_of(finding, opened.page.file, opened.root)


def _over_all(banks: Collection[Bank]) -> Iterator[Problem]:
    for finding in over_all(tuple(banks)):
        what, fix = in_words(finding)
        yield Problem(COURSE.place, 1, finding.place, what, fix, finding.level)
