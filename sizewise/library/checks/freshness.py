"""How far a checked fact may be trusted: its age, and what the price list says."""

from collections.abc import Iterator, Mapping
from datetime import date

from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.prices import disputed, gateway_fault
from sizewise.library.read.tree import Listing, Node, Scalar, Table, line_of
from sizewise.sizing.catalogue.catalog import ModelFile
from sizewise.sizing.catalogue.freshness import DAYS, Fact, checked_on, stale_facts

_FIELDS: Mapping[Fact, tuple[str, ...]] = {
    "price": ("prices_checked_on",),
    "status": ("lifecycle", "checked_on"),
    "limits": ("limits", "checked_on"),
}


def checked_lately(opened: Opened[ModelFile], desk: Desk) -> None:
    """Warn of every stale fact of a model file."""
    if opened.value is None:
        return
    day = desk.facts.day
    for fact in stale_facts(opened.value, day):
        keys = _FIELDS[fact]
        age = (day - checked_on(fact, opened.value)).days
        what = f"the {fact} was last checked {age} days ago, more than {DAYS[fact]}"
        fix = "hold it against its source and write today's date"
        opened.page.report(line_of(opened.root, *keys), " > ".join(keys), what, fix, "W")


def checked_by_now(opened: Opened[ModelFile], desk: Desk) -> None:
    """Warn of every day of a check that is still to come: a fact with it would never grow old."""
    if opened.usable is None:
        return
    for key, written in _days(opened.root):
        if date.fromisoformat(written.text) > desk.facts.day:
            what = f"{written.text} lies in the future"
            opened.page.report(written.line, key, what, "write the day of the check", "W")


def _days(node: Node | None) -> Iterator[tuple[str, Scalar]]:
    match node:
        case Table(entries):
            for key, value in entries:
                match value:
                    case Scalar() if key.text.endswith("checked_on"):
                        yield key.text, value
                    case _:
                        yield from _days(value)
        case Listing(items):
            for each in items:
                yield from _days(each)


def as_listed(opened: Opened[ModelFile], desk: Desk) -> None:
    """Warn of every price that the file sets otherwise than the price list, and of a name that its
    gateway has not.
    """
    if opened.usable is None:
        return
    if fix := gateway_fault(opened.usable):
        what = f"the price list genai-prices has no {opened.usable.gateway_name} at OpenRouter"
        line = line_of(opened.root, "gateway_name")
        opened.page.report(line, "gateway_name", what, fix, "W")
    for field, (own, listed) in disputed(opened.usable, desk.facts.day).items():
        what = f"{field} is {own} here and {listed} in the price list genai-prices"
        fix = "read the maker's page again; drop the price here once the list agrees"
        opened.page.report(line_of(opened.root, "prices"), f"prices > {field}", what, fix, "W")
