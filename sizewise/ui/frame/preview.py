"""What an author sees: content as it is on disk, and in a preview its problems above the page.

`python -m sizewise preview` sets SIZEWISE_PREVIEW. Without it a changed file is on the page at the
next click; with it, by itself.
"""

import os

import streamlit as st

from sizewise.library.read.problem import Problem
from sizewise.ui import house, session
from sizewise.ui.web.settings import PREVIEW

SECONDS = 1.0
"""How often somebody looks whether a file has changed."""
SHOWN = 30
SEEN = "preview_seen"


def on() -> bool:
    """Whether this page shows an author's files as they are being written.

    Only ever to somebody at the author's machine, wherever else the server may be reached from.
    """
    return os.environ.get(PREVIEW) == "1" and session.visitor().alone


def catch_up() -> None:
    """Look for changed content files, where somebody sits at the machine that has them.

    On a server for many nobody looks: there a restart brings new content, to all at once.
    """
    if session.visitor().alone:
        house.catch_up(0.0 if on() else SECONDS)


def draw() -> None:
    """The problems of the files, above the page; the page is drawn again when a file changes."""
    if on():
        session.put(SEEN, house.edition())
        _problems()
        _watch()


@st.fragment(run_every=SECONDS)
def _watch() -> None:
    house.catch_up()
    if house.edition() != session.get(SEEN):
        st.rerun()


def _problems() -> None:
    found = _checked()
    if not found:
        st.success("Preview: all content is in order.", icon=":material/task_alt:")
        return
    errors = sum(each.level == "E" for each in found)
    head = f"Preview: {errors} to repair, {len(found) - errors} to look at"
    icon = ":material/error:" if errors else ":material/visibility:"
    with st.expander(head, expanded=errors > 0, icon=icon):
        lines = sorted(found, key=lambda each: each.level != "E")[:SHOWN]
        st.code("\n".join(map(str, lines)), language=None, wrap_lines=True, height=240)
        if len(found) > SHOWN:
            st.caption(f"{len(found) - SHOWN} more: python -m sizewise check")


@house.of_content
def _checked() -> tuple[Problem, ...]:
    # Imported here: every page imports this file, and only a preview needs the linter.
    from sizewise.library.check import check

    return check(house.ROOT)
