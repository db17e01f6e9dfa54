"""What all views of a report share: the switch for a projector, and numbers in a row."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.learn.class_room.membership import Class, Member
from sizewise.learn.class_room.small_cells import FEWEST, parts
from sizewise.ui import house, session
from sizewise.ui.frame.address import YES, Parameter
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.lists import items_html

HERE = Path(__file__).parent
TOO_FEW = f"Shown once {FEWEST} learners are in the class: with fewer it would tell who is who."
_WITHOUT = f"Counts in place of names. One under {FEWEST} is not told, nor what would give it away."


class Figure(NamedTuple):
    """A number of learners, and what they are."""

    words: str
    what: str
    css: str = ""


def members(group: Class) -> tuple[Member, ...]:
    """The members; none said in a sentence."""
    found = house.journal().members(group.id)
    if not found:
        over = group.over(house.now_here())
        more = (
            "this class, and it has ended." if over else "yet. Show the code under “How to join”."
        )
        st.info(f"Nobody has joined {more}", icon=":material/groups:")
    return found


def counts_of(group: Class) -> tuple[str, datetime]:
    """What counts of a class, as the record asks for it: whose, and until when."""
    return group.id, group.last_moment(session.zone())


def on_projector() -> bool:
    """Draw the switch; whether names are left out."""
    projector = Parameter("the projector", YES, False)
    draft = Draft("class_report", {"projector": projector}, "class_report")
    draft.begin()
    on = st.toggle("Projector: no names", **draft.widget("projector"))
    if on:
        st.caption(_WITHOUT)
    return on


def figures(counts: Iterable[tuple[int, str, str]], projector: bool) -> list[Figure]:
    """Counts that add up to the class; on a projector as far as they may be shown."""
    given = list(counts)
    if not projector:
        return [Figure(str(count), what, css) for count, what, css in given]
    cells = parts([count for count, _, _ in given])
    return [Figure(c.words, what, css) for c, (_, what, css) in zip(cells, given, strict=False)]


def figures_html(told: Iterable[Figure]) -> Markup:
    """The numbers in a row of cards; a sentence where there are none to show."""
    shown = list(told)
    if not shown:
        return Markup('<p class="fine">{}</p>').format(TOO_FEW)
    return filled(HERE / "figures.html", figures=shown)


def names_html(names: Iterable[str]) -> Markup:
    """Pseudonyms in a row."""
    return Markup('<ul class="names">{}</ul>').format(items_html(names))


def more_html(lines: Iterable[tuple[Markup, str | int]], of: int | None = None) -> Markup:
    """What is not shown in full, folded up: each with how many; empty without any."""
    rows = [
        Markup("<li>{} <b>{}</b></li>").format(text, count if of is None else f"{count} of {of}")
        for text, count in lines
    ]
    if not rows:
        return Markup()
    return Markup(
        '<details class="older more"><summary>{} more</summary><ol>{}</ol></details>'
    ).format(len(rows), Markup().join(rows))
