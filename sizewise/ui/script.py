"""Scripts in the page: components of ours that draw nothing, or a button or two."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup

NOTHING = Markup("<span hidden></span>")


def script(name: str, js: Path, html: Markup = NOTHING) -> Callable[..., Any]:
    """What puts the script on the page when it is called; `html` is what the script works on.

    It shares the page's styles: its buttons look like ours. One whose data never change needs no
    key: whatever has one, Streamlit lists at every press for each of several widgets.
    """
    return st.components.v2.component(
        f"sizewise_{name}", html=str(html), js=js.read_text("utf-8"), isolate_styles=False
    )
