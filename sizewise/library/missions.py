"""Missions: each must have an answer that the catalogue gives, and a place of its own."""

from collections.abc import Mapping

from sizewise.library.facts import CatalogueFacts
from sizewise.library.shelf import Opened
from sizewise.library.tree import line_of
from sizewise.sizing.mission import Mission
from sizewise.sizing.solve import solve
from sizewise.sizing.unsolvable import Unsolvable


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
    try:
        solve(mission, facts.catalogue, facts.day)
    except Unsolvable as error:
        what, _, fix = str(error).partition(": ")
        opened.page.report(line_of(opened.root, "check"), "check", what, fix or "change the check")
