"""The page: its views, one of them at a time."""

from importlib import import_module

import streamlit as st
from markupsafe import Markup

from sizewise.ui import session
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html

VIEWS = {
    "results": ("Results", "leaderboard"),
    "run": ("Run a plan", "play_circle"),
    "rate": ("Rate blind", "visibility_off"),
}
"""Name in the address and of the module beside this one that has a `draw()` -> title, icon."""
_PROMISE = Markup(
    '<p class="meta"><span>Same questions, asked often, every reply written down. Nothing here is '
    "made up: what was not measured says so.</span></p>"
)


def draw() -> None:
    """Draw the page."""
    st.title("Benchmark lab", anchor=False)
    show_html(_PROMISE)
    view = _draft()
    name = str(view.begin()["view"])
    view.draw_notices()
    st.pills(
        "View of the benchmark lab",
        tuple(VIEWS),
        format_func=_label,
        required=True,
        label_visibility="collapsed",
        **view.widget("view", _move),
    )
    # Only the chosen view is imported: no other one pays for its charts.
    import_module(f"sizewise.ui.benchmark.{name}").draw()


def _draft() -> Draft:
    known = one_of(tuple(VIEWS), "the benchmark lab has no such view.")
    first = next(iter(VIEWS))
    return Draft(
        "benchmark_views", {"view": Parameter("the view", known, first, always=True)}, "bench"
    )


def _label(name: str) -> str:
    title, icon = VIEWS[name]
    return f":material/{icon}: {title}"


def _move() -> None:
    """Another view begins with an address of its own: nothing of the last view stays in it."""
    session.turn_to(view=_draft().held("view"))
