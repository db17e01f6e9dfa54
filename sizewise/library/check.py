"""Everything that is wrong with the content, the linter's findings on it included.

A fault hides the file from learners, never from the linter: what can be read is linted.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path

from sizewise.learn.lesson.lesson import Lesson, LessonHead
from sizewise.learn.lint import NEVER_ALLOWED, RULES, lint_bank
from sizewise.learn.lint.bank import Bank, read_bank
from sizewise.learn.lint.lessons import LESSON_RULES, lint_lesson
from sizewise.learn.lint.robots import RobotTry, beside_each_other, robots_at, robots_over
from sizewise.learn.lint.rules.quiz.guessing.robot import over_all
from sizewise.learn.quiz.item import Quiz
from sizewise.library.checks.allowances import in_vain
from sizewise.library.checks.findings import in_words, problem_of
from sizewise.library.checks.readable import ReadableQuiz, readable
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.guard import guarded
from sizewise.library.kinds import COURSE, KINDS, LESSON, QUIZ
from sizewise.library.library import Library, stocked
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.read.problem import Problem
from sizewise.library.read.tree import Page
from sizewise.library.shelf import Shelf, fill


def check(root: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem below `root` on a day (the current one in UTC), by file and line."""
    day, shelf = today or datetime.now(UTC).date(), fill(root, KINDS)
    library = stocked(shelf, day)
    banks = _banks(shelf, library, day)
    course = shelf.one(COURSE)
    found = [_looked(course.page, _over_all(banks.values()))] if course else []
    for name, bank in banks.items():
        opened = shelf.all(QUIZ)[name]
        found.append(_looked(opened.page, _linted(opened, bank, library)))
    for lesson in shelf.all(LESSON).values():
        found.append(_looked(lesson.page, _read(lesson, library, day)))
        found.append(_looked(lesson.page, in_vain(lesson.page, lesson.text, LESSON_RULES)))
    for quiz in shelf.all(QUIZ).values():
        found.append(_looked(quiz.page, in_vain(quiz.page, quiz.text, RULES, NEVER_ALLOWED)))
    return tuple(sorted({*shelf.problems(), *chain(*found)}))


def _looked(page: Page, found: Iterator[Problem]) -> Sequence[Problem]:
    """What a look finds. One that fails says so, and does not keep the others from looking."""
    return guarded(page, lambda: tuple(found)) or ()


def files_of(root: Path) -> tuple[str, ...]:
    """Every content file below `root` that is read, as its problems name it."""
    return tuple(sorted(opened.page.file for opened in fill(root, KINDS).opened()))


def guesses(root: Path, today: date | None = None) -> Mapping[str, Sequence[RobotTry]]:
    """What robots that know nothing earn in each quiz below `root`, and over all of them."""
    day, shelf = today or datetime.now(UTC).date(), fill(root, KINDS)
    read = _banks(shelf, stocked(shelf, day), day)
    banks = {name: each.bank for name, each in read.items()}
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
    lesson = _as_far_as_read(file, day) if file else None
    if file is None or lesson is None:
        return
    facts = _AsFarAsKnown(library.facts_on(day))
    for finding in lint_lesson(
        lesson, facts=facts, today=day, allowed=file.allowed, unread=file.unread
    ):
        line = file.lines.get(finding.place, 1)
        what, fix = in_words(finding)
        yield Problem(opened.page.file, line, finding.place, what, fix, finding.level)


def _as_far_as_read(file: LessonFile, day: date) -> Lesson | None:
    """The lesson; under a front matter of which nothing is wrong, where its own is to be repaired.

    Its own faults are told, and no rule has anything against this one.
    """
    if file.lesson is not None or not file.parts:
        return file.lesson
    head = LessonHead(
        title="?",
        summary="?",
        minutes=1,
        objectives=("Explain what it is about.",),
        skills=("unreadable",),
        facts_as_of=day,
        reviewed=day,
    )
    return Lesson(id="unreadable", head=head, parts=file.parts)


@dataclass(frozen=True)
class _Bank:
    """A quiz as the linter reads it, and as far as it can be read."""

    bank: Bank
    read: ReadableQuiz


def _banks(shelf: Shelf, library: Library, day: date) -> Mapping[str, _Bank]:
    """Every quiz as far as it can be read, each beside the others."""
    facts = library.facts_on(day)
    read = {name: readable(opened) for name, opened in shelf.all(QUIZ).items()}
    banks = {
        name: replace(
            read_bank(each.quiz, library.course, library.glossary, facts, day), whole=each.whole
        )
        for name, each in read.items()
        if each is not None
    }
    return {
        name: _Bank(bank, each)
        for name, bank in beside_each_other(banks).items()
        if (each := read[name]) is not None
    }


def _linted(opened: Opened[Quiz], read: _Bank, library: Library) -> Iterator[Problem]:
    catalogue = library.catalogue
    first = {f"see {file}" for file in (*catalogue.broken.values(), catalogue.unread) if file}
    stuck = {
        seen.item.id for seen in read.bank.items if any(each in str(seen.trouble) for each in first)
    }
    for finding in lint_bank(read.bank, library.allowed.get(opened.name, {})):
        if finding.item_id in stuck and finding.place == "item":
            continue  # what it waits for is told where it is named
        if read.read.speaks_of(finding):
            yield problem_of(finding, opened.page.file, opened.root)


def _over_all(banks: Collection[_Bank]) -> Iterator[Problem]:
    if not all(each.bank.whole for each in banks):
        return
    for finding in over_all(tuple(each.bank for each in banks)):
        what, fix = in_words(finding)
        yield Problem(COURSE.place, 1, finding.place, what, fix, finding.level)
