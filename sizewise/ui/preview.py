"""What an author's preview adds: content read again whenever a file changes, problems on the page.

`python -m sizewise preview` sets SIZEWISE_PREVIEW; without it nothing here does anything.
"""

import os
from pathlib import Path

import streamlit as st

from sizewise import ROOT
from sizewise.library.problem import Problem
from sizewise.ui import session
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


def stamp(root: Path = ROOT) -> str:
    """A text that changes when a content file changes, comes or goes."""
    files = [*(root / "content").rglob("*"), *(root / "quizzes").glob("*")]
    times = [file.stat().st_mtime_ns for file in files if file.is_file()]
    return f"{len(times)}-{max(times, default=0)}-{sum(times)}"


def draw() -> None:
    """The problems of the files, above the page; the page is drawn again when a file changes."""
    if on():
        now = stamp()
        if _drawn_of() != [now]:
            # Everything that was made of older files goes; the rest is soon made again.
            st.cache_resource.clear()
            st.cache_data.clear()
            _drawn_of().append(now)
        session.put(SEEN, now)
        _problems(now)
        _watch()


@st.cache_resource(show_spinner=False)
def _drawn_of() -> list[str]:
    """The stamp of the files that the server's caches were made of; empty before the first page."""
    return []


@st.fragment(run_every=SECONDS)
def _watch() -> None:
    if stamp() != session.get(SEEN):
        st.rerun()


def _problems(now: str) -> None:
    found = _checked(now)
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


@st.cache_resource(max_entries=1, show_spinner=False)
def _checked(_of: str) -> tuple[Problem, ...]:
    # Imported here: every page imports this file, and only a preview needs the linter.
    from sizewise.library.check import check

    return check(ROOT)
