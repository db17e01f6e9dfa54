"""Missions: each must have an answer that the catalogue gives."""

from datetime import date
from decimal import Decimal

from sizewise.ground.written import percent
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.missions.candidates import Unsolvable
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.missions.solve import solve


def solvable(opened: Opened[Mission], desk: Desk) -> None:
    """Report a mission without an answer."""
    why = _why_not(opened.value, desk.facts.catalogue, desk.facts.day) if opened.value else ""
    if opened.value is None or not why:
        _no_tie(opened, desk)
        return
    what, _, fix = why.partition(": ")
    line, fix = line_of(opened.root, "check"), fix or "change the check"
    if _had_answer(opened.value, desk.facts.catalogue):
        opened.page.report(line, "check", f"{what}; learners get it no more", fix, "W")
    else:
        opened.page.report_once(line, "check", what, fix)


_NEAREST_TIE = Decimal("0.02")
"""Nearer to a tie than this, a small change of a price, or rounding, turns the answer round."""


def _no_tie(opened: Opened[Mission], desk: Desk) -> None:
    """Warn of a mission whose right answer hardly differs from a wrong one."""
    if opened.value is None:
        return
    margin = solve(opened.value, desk.facts.catalogue, desk.facts.day).margin
    if margin is not None and margin < _NEAREST_TIE:
        what = f"right and wrong are {percent(margin)} apart, which is nearly a tie"
        line = line_of(opened.root, "check")
        opened.page.report(line, "check", what, "change the numbers", "W")


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
