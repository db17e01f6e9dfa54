"""The one place where HTML goes on the page, and where it may come from.

HTML is `Markup`, never a plain string: what is put into it as text is escaped by itself. It is
written out in the code, as the argument of `Markup`, stands in a template beside its view, or
comes from what `trusted` names.
"""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment

NO_HTML = Markup()


def show_html(html: Markup) -> None:
    """Draw HTML where the page stands. Without any there is nothing to draw.

    A list may be empty and a search may find nothing; Streamlit refuses empty HTML with an
    exception that would take the whole page away.
    """
    if html.strip():
        st.html(str(html))


def css_share(share: Decimal | Fraction | float) -> str:
    """A share of a length, as a style takes it: `33.33%`."""
    return f"{round(100 * float(share), 2):g}%"


def trusted(html: str) -> Markup:
    """HTML that somebody else made and escaped: a reader of Markdown."""
    return Markup(html)  # noqa: S704 - tests/test_markup.py lists who may call this


def style_html(css: str) -> Markup:
    """A style element. Nothing in the style sheet can end it."""
    return Markup("<style>{}</style>").format(trusted(css.replace("</", r"<\/")))


def filled(template: Path, **values: object) -> Markup:
    """A template beside its view, filled in. What is put in is escaped, as in `Markup.format`.

    Raises jinja2.UndefinedError for a value that the template names and nobody gave.
    """
    return trusted(environment().get_template(str(template)).render(values))


@lru_cache(maxsize=1)
def environment() -> "Environment":
    """What reads templates, made once: no first page needs it, so it is imported here."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


_BETWEEN = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])")


def _source(template: str) -> str:
    """Lines of a template are broken for who reads it: between tags they leave no space."""
    return _BETWEEN.sub("", Path(template).read_text("utf-8").strip())
