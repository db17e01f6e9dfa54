"""Questions with answers, and checklists: no name twice in one file."""

from collections import Counter
from collections.abc import Iterable

from sizewise.learn.lookup.checklist import Checklist
from sizewise.learn.lookup.faq import Faq
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import Page, line_of


def each_question_once(opened: Opened[Faq], _desk: Desk) -> None:
    """Report names that two questions bear."""
    ids = (entry.id for entry in opened.value.entries) if opened.value else ()
    _once(ids, opened.page, line_of(opened.root, "topics"), "topics")


def each_step_once(opened: Opened[Checklist], _desk: Desk) -> None:
    """Report names that two steps bear."""
    ids = (step.id for step in opened.value.steps) if opened.value else ()
    _once(ids, opened.page, line_of(opened.root, "phases"), "phases")


def _once(ids: Iterable[str], page: Page, line: int, place: str) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            page.report(line, place, f"`{name}` stands twice", "give each its own id")
