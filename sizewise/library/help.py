"""Questions with answers, and checklists: each name once, each link to a part that is there."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sizewise.learn.checklist import Checklist
from sizewise.learn.faq import Faq
from sizewise.library.facts import CatalogueFacts
from sizewise.library.glossary import check_acronyms
from sizewise.library.place import Said
from sizewise.library.prose import check_texts, check_typed_prices
from sizewise.library.references import check_faq_references, check_step_references
from sizewise.library.shelf import Opened, Shelf
from sizewise.library.tree import Page, line_of


def in_place(checklists: Mapping[str, Opened[Checklist]]) -> dict[str, Checklist]:
    """The checklists that can be used, by id, in the order of their places."""
    usable = [found for opened in checklists.values() if (found := opened.usable) is not None]
    return {each.id: each for each in sorted(usable, key=lambda each: (each.place, each.id))}


def check_faq(opened: Opened[Faq], shelf: Shelf, facts: CatalogueFacts) -> None:
    """Report names that stand twice, lost links, and whatever any text must keep to."""
    _check_texts(opened.said, opened.page, shelf, facts)
    check_faq_references(opened, shelf.course.value, shelf)
    if opened.value is not None:
        ids = (entry.id for entry in opened.value.entries)
        _once(ids, opened.page, line_of(opened.root, "topics"), "topics")


def check_checklists(shelf: Shelf, facts: CatalogueFacts) -> None:
    """Report the same of every checklist, and places that two of them take."""
    taken: dict[int, str] = {}
    for name, opened in shelf.checklists.items():
        _check_texts(opened.said, opened.page, shelf, facts)
        check_step_references(opened, shelf.course.value, shelf)
        if opened.value is None:
            continue
        ids = (step.id for step in opened.value.steps)
        _once(ids, opened.page, line_of(opened.root, "phases"), "phases")
        first = taken.setdefault(opened.value.place, name)
        if first != name:
            what = f"{first} has the place {opened.value.place} too"
            line = line_of(opened.root, "place")
            opened.page.report(line, "place", what, "give each its own", "W")


def _check_texts(said: Iterable[Said], page: Page, shelf: Shelf, facts: CatalogueFacts) -> None:
    told = tuple(said)
    check_texts(told, page, facts)
    check_typed_prices(told, page)
    check_acronyms(told, page, shelf.glossary.value)


def _once(ids: Iterable[str], page: Page, line: int, place: str) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            page.report(line, place, f"`{name}` stands twice", "give each its own id")
