"""A field whose text is counted while somebody types; and every field for numbers.

They are Streamlit's own, so that caret, undo, input methods and their names are as anywhere. One
script beside this file hands over what is typed after a moment of rest; without it that is done
with Ctrl+Enter, in a field for a number with Enter, and when the field is left. It begins
with the file that reads a number as it is meant, or says that it cannot.
"""

from pathlib import Path
from typing import Any

import streamlit as st

from sizewise.ground import limits
from sizewise.ground.written import grouped
from sizewise.ui.script import script

REST = 100
"""Milliseconds without a keystroke after which the text is counted."""
NUMBER_REST = 300
"""Those after which a whole number counts: its digits belong together."""
NUMBERS = '[data-testid=stNumberInput] input:not([value*="."])'
"""Fields for whole numbers: `value` holds what stood in them before, in others with decimals."""

HERE = Path(__file__).parent
_HAND_OVER = script("text_area", HERE / "text_area.js", using=HERE / "number_field.js")


def text_area(label: str, *, key: str, height: int, live: bool = True, **more: Any) -> str:
    """Draw the field; the text in it. One that is not `live` waits until it is told to go."""
    with st.container(key=f"{'live' if live else 'typed'}_{key}"):
        typed = st.text_area(label, height=height, key=key, persist_state="session", **more)
    return typed or ""


def counted(typed: str, most: int = limits.TEXT_CHARACTERS) -> str:
    """The part of a text that counts; of a longer one it is said, where the page stands."""
    if len(typed) > most:
        st.warning(
            f"This text has {grouped(len(typed))} characters. Only the first {grouped(most)} "
            "count.",
            icon=":material/content_cut:",
        )
    return typed[:most]


def hand_over() -> None:
    """Put the scripts on the page that read numbers and hand over texts. Called once a page."""
    data = {"rest": REST, "number_rest": NUMBER_REST, "numbers": NUMBERS}
    _HAND_OVER(key="sizewise_text_area", data=data)
