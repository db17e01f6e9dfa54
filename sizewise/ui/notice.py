"""Plain notices: what is wrong, and the way out."""

import logging
from collections.abc import Sequence
from html import escape

import streamlit as st

from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html


def lost(
    title: str, message: str, *, out: str = "Open the course", page: str = "home", icon: str = "map"
) -> None:
    """A page for an address that leads nowhere, with a button that leads out."""
    st.title(title, anchor=False)
    st.markdown(message)
    button_to(out, page, key="lost_home", icon=icon, primary=True)


def sorry(error: Exception) -> bool:
    """What a learner sees instead of a traceback; the traceback goes to the server's log."""
    logging.getLogger("sizewise").error("a page failed", exc_info=error)
    st.error(
        "This page hit a mistake of ours. What you did so far is saved. "
        "Load the page again; if it comes back, tell whoever runs this server.",
        icon=":material/healing:",
    )
    return True


def asked_in_vain(notices: Sequence[str]) -> None:
    """Say what an address asked for and could not get, a sentence each; nothing without any."""
    if notices:
        lines = "".join(f"<li>{escape(notice)}</li>" for notice in notices)
        show_html(f'<ul class="lab-notices" role="list">{lines}</ul>')
