"""The keyboard helper of a question: 1-9 choose, Enter presses, focus follows."""

from pathlib import Path

import streamlit as st

_KEYS = st.components.v2.component(
    "sizewise_keys",
    html="<span hidden></span>",
    js=Path(__file__).with_name("keys.js").read_text("utf-8"),
    isolate_styles=False,
)
_PRINT = st.components.v2.component(
    "sizewise_print",
    html='<button type="button" class="qz-print">Print</button>',
    js=(Path(__file__).parents[1] / "printing" / "print.js").read_text("utf-8"),
    isolate_styles=False,
)


def keys() -> None:
    """Listen to keys, and move focus to `data-place` when its value changes.

    Drawn once beside the question, not inside: then a press need not send it again.
    """
    _KEYS(key="quiz_keys")


def print_button() -> None:
    """A button that opens the browser's print dialog."""
    _PRINT(key="quiz_print")
