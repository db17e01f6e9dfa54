"""The button that asks, and stops what it has asked for while that is answered.

It is one button, so that the focus of a keyboard stays on it: one that cannot be pressed, or is
gone, loses it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from sizewise.ui.playground.calls import RunningCall

TWICE = 0.6
"""Seconds in which a second press belongs to the first one."""


def draw(key: str, live: Sequence[RunningCall], ask: Callable[..., None], *args: Any) -> None:
    """Draw it; `live` are the calls that are still answered, and `ask` is called with `args`."""
    if live:
        icon = ":material/stop_circle:"
        st.button("Stop", type="primary", key=key, icon=icon, on_click=_stop, args=(live,))
    else:
        st.button("Ask", type="primary", key=key, on_click=ask, args=args)


def _stop(live: Sequence[RunningCall]) -> None:
    for each in live:
        if each.age > TWICE:
            each.stop()
