"""Missions: each must have an answer that the catalogue gives, and a place of its own."""

from collections.abc import Mapping
from datetime import date

from sizewise.library.facts import CatalogueFacts
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.missions.solve import solve
from sizewise.sizing.missions.unsolvable import Unsolvable


def in_order(missions: Mapping[str, Opened[Mission]]) -> dict[str, Mission]:
    """The missions that can be used, by id, in the order of their places."""
    usable = [found for opened in missions.values() if (found := opened.usable) is not None]
    return {each.id: each for each in sorted(usable, key=lambda each: (each.place, each.id))}


def check_missions(missions: Mapping[str, Opened[Mission]], facts: CatalogueFacts) -> None:
    """Report missions without an answer, and places that two of them take."""
    taken: dict[int, str] = {}
    for name, opened in missions.items():
        if opened.value is None:
            continue
        _check_answer(opened, opened.value, facts)
        first = taken.setdefault(opened.value.place, name)
        if first != name:
            what = f"{first} has the place {opened.value.place} too"
            line = line_of(opened.root, "place")
            opened.page.report(line, "place", what, "give each its own", "W")


def _check_answer(opened: Opened[Mission], mission: Mission, facts: CatalogueFacts) -> None:
    why = _why_not(mission, facts.catalogue, facts.day)
    if not why:
        return
    what, _, fix = why.partition(": ")
    line, fix = line_of(opened.root, "check"), fix or "change the check"
    if _had_answer(mission, facts.catalogue):
        opened.page.report(line, "check", f"{what}; learners get it no more", fix, "W")
    else:
        opened.page.report(line, "check", what, fix)


def _why_not(mission: Mission, catalogue: Catalogue, day: date) -> str:
    """Why a mission cannot be solved on a day; empty when it can."""
    try:
        solve(mission, catalogue, day)
    except Unsolvable as error:
        return str(error)
    return ""


def _had_answer(mission: Mission, catalogue: Catalogue) -> bool:
    """Whether it could be solved when a price was last checked: then time went by, and no author
    made a mistake.
    """
    checked = [each.file.prices_checked_on for each in catalogue.profiles.values()]
    return bool(checked) and not _why_not(mission, catalogue, max(checked))
