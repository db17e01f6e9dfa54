"""The page: one view of three, each a fragment of its own."""

from importlib import import_module

import streamlit as st
from markupsafe import Markup

from sizewise.ui import house
from sizewise.ui.board import asked
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.lab.inputs import draft as lab_draft

MODULES = {"rows": "comparison", "live": "live", "pace": "pace"}
"""View -> module of this folder with a `draw(values)`."""


def draw() -> None:
    """Draw the page."""
    if not house.library().catalogue.profiles:
        lost("The board is being repaired", "No model of the catalogue can be read.")
        return
    st.title("Provider board", anchor=False)
    show_html(_LEDE)
    board = asked.draft()
    board.begin()
    model = lab_draft("model", prefix="board")
    model.begin()
    board.draw_notices()
    model.draw_notices()
    st.pills(
        "What to look at",
        list(asked.VIEWS),
        format_func=_label,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        **board.widget("view"),
    )
    _view(str(board.value("view")))


_LEDE = Markup(
    '<p class="lede wide-lede">Who answers quickly, cheaply and surely? And who answers when '
    "one of them fails?</p>"
)


def _label(name: str) -> str:
    title, icon = asked.VIEWS[name]
    return f":material/{icon}: {title}"


@st.fragment
def _view(name: str) -> None:
    """The chosen view; its own fields redraw only it, and no other is imported."""
    import_module(f"sizewise.ui.board.{MODULES[name]}").draw(asked.draft())
