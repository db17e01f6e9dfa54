"""Plain notices: what is wrong, and the way out."""

import logging
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.errors import FragmentHandledException

from sizewise.ui import session
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.markdown import sentence

OUR_MISTAKE = (
    "This page hit a mistake of ours. What you did so far is saved. "
    "Load the page again; if it comes back, tell whoever runs this server."
)


def lost(
    title: str, message: str, *, out: str = "Open the course", page: str = "home", icon: str = "map"
) -> None:
    """A page for an address that leads nowhere, with a button that leads out."""
    st.title(title, anchor=False)
    st.markdown(message)
    button_to(out, page, key="lost_home", icon=icon, primary=True)


def sorry(error: Exception) -> bool:
    """What a learner sees instead of a traceback; the traceback goes to the server's log.

    An exception that is for the learner speaks for itself, however deep it is wrapped.
    """
    if type(error) is FragmentHandledException:  # the fragment inside has said it
        return True
    logging.getLogger("sizewise").error("a page failed", exc_info=error)
    st.error(_sentence(_for_learner(error)), icon=":material/healing:")
    return True


def _for_learner(error: BaseException | None) -> BaseException | None:
    """The first that is for the learner among an error and those it was raised from."""
    while error is not None and not getattr(error, "for_learner", False):
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return error


def _sentence(error: BaseException | None) -> str:
    plain = getattr(error, "plain", "") if session.on_shared_server() else ""
    said = sentence(plain or str(error or OUR_MISTAKE))
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")


def asked_in_vain(notices: Sequence[str]) -> None:
    """Say what an address asked for and could not get, a sentence each; nothing without any."""
    if notices:
        lines = items_html(notices)
        show_html(Markup('<ul class="lab-notices" role="list">{}</ul>').format(lines))
