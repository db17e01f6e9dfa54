"""The one place where HTML goes on the page, and where it may come from.

HTML is `Markup`, never a plain string: what is put into it as text is escaped by itself. It is
written out in the code, as the argument of `Markup`, or comes from what `trusted` names.
"""

import streamlit as st
from markupsafe import Markup

NO_HTML = Markup()


def show_html(html: Markup) -> None:
    """Draw HTML where the page stands. Without any there is nothing to draw.

    A list may be empty and a search may find nothing; Streamlit refuses empty HTML with an
    exception that would take the whole page away.
    """
    if html.strip():
        st.html(str(html))


def trusted(html: str) -> Markup:
    """HTML that somebody else made and escaped: a reader of Markdown."""
    return Markup(html)  # noqa: S704 - tests/test_markup.py lists who may call this


def style_html(css: str) -> Markup:
    """A style element. Nothing in the style sheet can end it."""
    return Markup("<style>{}</style>").format(trusted(css.replace("</", r"<\/")))
