"""Scripts in the page: components of ours that draw nothing, or a button or two."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.components.v2.bidi_component import main

NOTHING = Markup("<span hidden></span>")


def _plain(*_: object, **__: object) -> None:
    """How Streamlit presents what a script has told, among the values of the tab: as it is.

    Its own way makes a class for each script of a page, several times at every press, and a class
    goes only when all that is kept is searched. Ours are heard where they are drawn (0018).
    """


if "make_bidi_component_presenter" not in vars(main):
    raise AttributeError("This Streamlit presents what scripts tell in another way.")
vars(main).update(make_bidi_component_presenter=_plain)


def script(
    name: str, js: Path, html: Markup = NOTHING, *, using: Path | None = None
) -> Callable[..., Any]:
    """What puts the script on the page when it is called; `html` is what the script works on, and
    `using` defines what it calls: a second script would be mounted for itself on each page.

    It shares the page's styles: its buttons look like ours.
    """
    text = "\n".join(each.read_text("utf-8") for each in (using, js) if each)
    return st.components.v2.component(
        f"sizewise_{name}", html=str(html), js=text, isolate_styles=False
    )
