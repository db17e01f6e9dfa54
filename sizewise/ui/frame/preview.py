"""What an author's preview adds: content read again whenever a file changes, problems on the page.

`python -m sizewise preview` sets SIZEWISE_PREVIEW; without it nothing here does anything.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import streamlit as st

from sizewise.library.read.problem import Problem
from sizewise.ui import house, session
from sizewise.ui.web.settings import PREVIEW

SECONDS = 1.0
"""How often the page looks whether a file has changed."""
SHOWN = 30
SEEN = "preview_seen"


def on() -> bool:
    """Whether this page shows an author's files as they are being written.

    Only ever to somebody at the author's machine, wherever else the server may be reached from.
    """
    return os.environ.get(PREVIEW) == "1" and session.visitor().alone


def stamp(root: Path) -> str:
    """A text that changes when a content file changes, comes, goes or gets another name."""
    found = sha256()
    for file in sorted([*(root / "content").rglob("*"), *(root / "quizzes").glob("*")]):
        with suppress(OSError):  # an editor's file that was there for a moment only
            state = file.stat()
            found.update(f"{file.relative_to(root)}|{state.st_mtime_ns}|{state.st_size}\n".encode())
    return found.hexdigest()


def draw() -> None:
    """The problems of the files, above the page; the page is drawn again when a file changes."""
    if on():
        session.put(SEEN, caught_up())
        _problems()
        _watch()


def caught_up() -> str:
    """Forget what older files said, and name the files that the page is made of from now on."""
    if _made_of() != stamp(house.ROOT):
        house.forget_content()
    return _made_of()


@st.cache_resource(show_spinner=False)
def _made_of() -> str:
    """The stamp of the files that the caches are made of: it is forgotten together with them."""
    return stamp(house.ROOT)


@st.fragment(run_every=SECONDS)
def _watch() -> None:
    if stamp(house.ROOT) != session.get(SEEN):
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


@st.cache_resource(show_spinner=False)
def _checked() -> tuple[Problem, ...]:
    # Imported here: every page imports this file, and only a preview needs the linter.
    from sizewise.library.check import check

    return check(house.ROOT)
