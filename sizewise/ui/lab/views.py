"""The lab's views: several ways to ask what a call costs, one page, one of them at a time."""

from importlib import import_module

import streamlit as st
from markupsafe import Markup

from sizewise.ui import house, session
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.lab.missions import bar

VIEWS = {
    "price": ("Price a prompt", "receipt_long", "price"),
    "x-ray": ("X-ray", "biotech", "xray"),
    "call": ("Build a call", "stacks", "call"),
    "plan": ("Plan", "event_upcoming", "plan"),
    "many": ("Many prompts", "table_rows", "many"),
    "bill": ("Read a bill", "request_quote", "bill"),
    "missions": ("Missions", "flag", "missions"),
}
"""Name in the address -> title, icon, folder beside this file whose screen.py has a `draw()`."""


def draw() -> None:
    """Draw the lab.

    Another view is a full run of the page: a fragment may only write to places outside itself that
    the last full run has drawn.
    """
    if not house.library().catalogue.profiles:
        lost(
            "The lab is being repaired",
            "No model of the catalogue can be read, and every view needs one. The rest of the app "
            "works as usual.",
        )
        return
    st.title("Token and cost lab", anchor=False)
    show_html(Markup('<p class="meta">{}</p>').format(_promise()))
    name = _choose(_draft())
    if name != "missions":
        bar.draw()
    _view(name)


def _draft() -> Draft:
    view = one_of(tuple(VIEWS), "the lab has no such view.")
    first = next(iter(VIEWS))
    return Draft("lab_views", {"view": Parameter("the view", view, first, always=True)}, "lab")


def _promise() -> str:
    where = "on this server, and not kept" if house.shared() else "on this computer"
    return f"Counted {where}. Your text is not sent to any AI company."


def _choose(view: Draft) -> str:
    name = str(view.begin()["view"])
    view.draw_notices()
    st.pills(
        "View of the lab",
        tuple(VIEWS),
        format_func=_label,
        required=True,
        label_visibility="collapsed",
        **view.widget("view", _move),
    )
    return name


@st.fragment
def _view(name: str) -> None:
    """The chosen view. Only its module is imported: no view pays for another."""
    import_module(f"sizewise.ui.lab.{VIEWS[name][2]}.screen").draw()


def _label(name: str) -> str:
    title, icon, _ = VIEWS[name]
    return f":material/{icon}: {title}"


def _move() -> None:
    """Another view begins with an address of its own: nothing of the last view stays in it."""
    session.turn_to(view=_draft().held("view"))
