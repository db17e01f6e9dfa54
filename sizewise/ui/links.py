"""Links inside HTML that lead to another page of the app without loading all of it anew."""

from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

_LINKS = st.components.v2.component(
    "sizewise_links",
    html="<span hidden></span>",
    js=(Path(__file__).with_name("links.js")).read_text("utf-8"),
    isolate_styles=False,
)


def follow() -> None:
    """Make the links of a page quick. Without it they work too, and load all of the app."""
    _LINKS(key="sizewise_links")


def go_html(words: str, page: str, css: str = "", **query: str) -> str:
    """A link to a page of the app with these query parameters. `words` is text, not HTML."""
    href = f"{page}?{urlencode(query, safe=',')}" if query else page
    return f'<a class="go {css}" href="{escape(href, quote=True)}">{escape(words)}</a>'
