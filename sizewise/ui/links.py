"""Links inside HTML that lead to another page of the app without loading all of it anew."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from sizewise import ROOT

_LINKS = st.components.v2.component(
    "sizewise_links",
    html="<span hidden></span>",
    js=(Path(__file__).parent / "js" / "links.js").read_text("utf-8"),
    isolate_styles=False,
)


def follow() -> bool:
    """Open the page whose link was pressed. Call it once, at the top of a page with such links.

    Says whether the reader came here with the browser's Back: then the address is new.
    """
    asked = _LINKS(key="sizewise_links", on_go_change=lambda: None, on_back_change=lambda: None)
    if asked.go:
        _open(asked.go)
    return asked.back is not None


def _open(asked: Mapping[str, Any]) -> None:
    """Anyone can send such a request: only pages that are there open, only words go with it."""
    page = ROOT / "pages" / f"{asked.get('page')}.py"
    if page not in (ROOT / "pages").glob("*.py"):
        return
    query = {str(name): str(value) for name, value in dict(asked.get("query") or {}).items()}
    st.switch_page(page, query_params=query)


def go_html(words: str, page: str, css: str = "", **query: str) -> str:
    """A link to a page of the app with these query parameters. `words` is text, not HTML."""
    href = f"{page}?{urlencode(query, safe=',')}" if query else page
    return f'<a class="go {css}" href="{escape(href, quote=True)}">{escape(words)}</a>'
