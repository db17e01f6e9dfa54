"""Authors' Markdown on its way to the screen: facts filled in, dollars and HTML made harmless."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt

from sizewise.ui import house

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!$~|:&-])")
_SHORTCODE = re.compile(r":(?=[\w/+-]+:)")
_CODE = re.compile(r"(`+)(?:(?!\1).)*\1", re.DOTALL)


def escape_dollars(text: str) -> str:
    """Escape every dollar sign outside code: Streamlit reads two of them as a formula."""
    pieces, end = [], 0
    for code in _CODE.finditer(text):
        pieces += [text[end : code.start()].replace("$", r"\$"), code.group()]
        end = code.end()
    return "".join([*pieces, text[end:].replace("$", r"\$")])


def literal(text: str) -> str:
    """What a learner typed or chose, in Markdown that shows it as it stands, on one line.

    An invisible joiner breaks `:name:`, which Streamlit makes a picture even of escaped colons.
    """
    whole = _SHORTCODE.sub(":\u2060", " ".join(text.split()))
    return _MARKS.sub(r"\\\1", whole)


def safe(text: str) -> str:
    """Markdown ready for `st.markdown`: facts of today, dollars escaped."""
    return escape_dollars(house.facts().text(text))


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=4096)
def html(text: str) -> str:
    """HTML of a Markdown text whose facts are filled in already; typed HTML becomes plain text."""
    return str(_renderer().render(text))


@lru_cache(maxsize=4096)
def inline(text: str) -> str:
    """HTML of one line of Markdown, without a paragraph around it."""
    return str(_renderer().renderInline(text))
