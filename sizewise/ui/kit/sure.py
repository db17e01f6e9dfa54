"""A button for what cannot be undone: it waits until one has said so."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def button_when_sure(
    yes: str,
    label: str,
    *,
    key: str,
    icon: str,
    on_click: Callable[..., Any],
    args: tuple[Any, ...] = (),
) -> None:
    """Draw a box to tick that says `yes`, and the button, which waits for the tick."""
    sure = st.checkbox(yes, key=f"{key}_sure")
    st.button(
        label,
        key=key,
        icon=f":material/{icon}:",
        disabled=not sure,
        on_click=on_click,
        args=args,
    )
