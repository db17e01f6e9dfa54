"""Everything that is wrong with the content, the linter's findings on it included."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sizewise.learn.item import Quiz
from sizewise.learn.lint import lint
from sizewise.learn.lint.lesson import lint_lesson
from sizewise.library.findings import in_words, problem_of
from sizewise.library.library import Library, open_library
from sizewise.library.problem import Problem
from sizewise.library.shelf import open_lesson, open_yaml


def check(root: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem below `root` on a day (the current one in UTC), by file and line."""
    day = today or datetime.now(UTC).date()
    library = open_library(root, day)
    findings = (each for name in library.quizzes for each in _linted(root, name, library, day))
    read = (each for name in library.lessons for each in _read(root, name, library, day))
    return tuple(sorted({*library.problems, *findings, *read}))


def _read(root: Path, name: str, library: Library, day: date) -> Iterator[Problem]:
    """What lint has to say of a lesson, at the heading of the part it means."""
    opened = open_lesson(root, root / "content" / "lessons" / f"{name}.md")
    for finding in lint_lesson(
        library.lessons[name],
        facts=library.facts_on(day),
        today=day,
        allowed=opened.file.allowed,
    ):
        line = opened.file.lines.get(finding.place, 1)
        what, fix = in_words(finding)
        yield Problem(opened.page.file, line, finding.place, what, fix, finding.level)


def _linted(root: Path, name: str, library: Library, day: date) -> Iterator[Problem]:
    opened = open_yaml(root, root / "quizzes" / f"{name}.yaml", Quiz)
    for finding in lint(
        library.quizzes[name],
        course=library.course,
        glossary=library.glossary,
        facts=library.facts_on(day),
        today=day,
        allowed=library.allowed.get(name, {}),
    ):
        yield problem_of(finding, opened.page.file, opened.root)
