"""The button that asks, and stops what it has asked for while that is answered.

It is one button, so that the focus of a keyboard stays on it: one that cannot be pressed, or is
gone, loses it.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from sizewise.ui import session
from sizewise.ui.playground.calls import RunningCall

TWICE = 0.6
"""Seconds after which somebody may have read what the button says now. A press before that is the
second half of a double click, or was meant for what it said before.
"""


def draw(key: str, live: Sequence[RunningCall], ask: Callable[..., None], *args: Any) -> None:
    """Draw it; `live` are the calls that are still answered, and `ask` is called with `args`."""
    says, icon = ("Stop", ":material/stop_circle:") if live else ("Ask", None)
    _note(key, says)
    does = (_stop, *live) if live else (ask, *args)
    st.button(says, type="primary", key=key, icon=icon, on_click=_pressed, args=(key, *does))


def changed(key: str) -> str:
    """Under this key stands what the button of that key says, and since when."""
    return f"{key}_changed"


def _note(key: str, says: str) -> None:
    said, _ = session.get(changed(key), ("", 0.0))
    if says != said:
        session.put(changed(key), (says, time.monotonic() if said else 0.0))


def _pressed(key: str, does: Callable[..., None], *args: Any) -> None:
    _, since = session.get(changed(key), ("", 0.0))
    if time.monotonic() - since >= TWICE:
        does(*args)


def _stop(*live: RunningCall) -> None:
    for each in live:
        each.stop()
