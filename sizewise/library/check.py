"""Everything that is wrong with the content, the linter's findings on it included."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sizewise.learn.item import Quiz
from sizewise.learn.lint import Finding, lint
from sizewise.learn.lint.lesson import lint_lesson
from sizewise.library.library import Library, open_library
from sizewise.library.problem import Problem
from sizewise.library.shelf import Opened, open_lesson, open_yaml
from sizewise.library.tree import Listing, Node, Scalar, Table, inside

_STEP = re.compile(r"[^.\[\]]+")  # the steps of `options[b].text`


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
        what, fix = _in_words(finding)
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
        yield _problem(finding, opened)


def _problem(finding: Finding, opened: Opened[Quiz]) -> Problem:
    items = inside(opened.root, "items")
    node = _entry(items, finding.item_id) if finding.item_id else items
    for step in _STEP.findall(finding.place):
        node = _entry(node, step) or node
    place = " > ".join(("items", finding.item_id, finding.place) if finding.item_id else ("items",))
    what, fix = _in_words(finding)
    line = node.line if node is not None else 1
    return Problem(opened.page.file, line, place, what, fix, finding.level)


def _in_words(finding: Finding) -> tuple[str, str]:
    """What is wrong and what to write, as problems say it."""
    fix = finding.fix[:1].lower() + finding.fix[1:].rstrip(".")
    return f"{finding.rule} {finding.why.rstrip('.')}", fix


def _entry(node: Node | None, step: str) -> Node | None:
    """The node one step further in: a field, or an entry of a list by id or by number from 0."""
    if isinstance(node, Table):
        return node.by_key.get(step)
    entries = node.items if isinstance(node, Listing) else ()
    by_id = {name.text: each for each in entries if (name := _name(each)) is not None}
    by_number = {str(number): each for number, each in enumerate(entries)}
    return {**by_number, **by_id}.get(step)


def _name(node: Node) -> Scalar | None:
    name = node.by_key.get("id") if isinstance(node, Table) else None
    return name if isinstance(name, Scalar) else None
