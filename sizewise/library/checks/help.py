"""Questions with answers, and checklists: each name once, each link to a part that is there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sizewise.learn.lookup.checklist import Checklist
from sizewise.library.checks.glossary import check_acronyms
from sizewise.library.checks.prose import check_typed_prices
from sizewise.library.opened import Opened
from sizewise.library.read.tree import (
    Page,
    line_of,
)
from sizewise.library.shelf import Shelf


def in_place(checklists: Mapping[str, Opened[Checklist]]) -> dict[str, Checklist]:
    """The checklists that can be used, by id, in the order of their places."""
    usable = [found for opened in checklists.values() if (found := opened.usable) is not None]
    return {each.id: each for each in sorted(usable, key=lambda each: (each.place, each.id))}


def check_faq(shelf: Shelf) -> None:
    """Report names that stand twice, typed prices and unexplained acronyms."""
    if shelf.faq is None:
        return
    _check_texts(shelf.faq, shelf)
    if shelf.faq.value is not None:
        ids = (entry.id for entry in shelf.faq.value.entries)
        _once(ids, shelf.faq.page, line_of(shelf.faq.root, "topics"), "topics")


def check_checklists(shelf: Shelf) -> None:
    """Report the same of every checklist, and places that two of them take."""
    taken: dict[int, str] = {}
    for name, opened in shelf.checklists.items():
        _check_texts(opened, shelf)
        if opened.value is None:
            continue
        ids = (step.id for step in opened.value.steps)
        _once(ids, opened.page, line_of(opened.root, "phases"), "phases")
        first = taken.setdefault(opened.value.place, name)
        if first != name:
            what = f"{first} has the place {opened.value.place} too"
            line = line_of(opened.root, "place")
            opened.page.report(line, "place", what, "give each its own", "W")


def _check_texts(opened: Opened[Any], shelf: Shelf) -> None:
    check_typed_prices(opened.said, opened.page)
    check_acronyms(opened.said, opened.page, shelf.glossary.value)


def _once(ids: Iterable[str], page: Page, line: int, place: str) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            page.report(line, place, f"`{name}` stands twice", "give each its own id")
