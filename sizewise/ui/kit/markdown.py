"""Authors' Markdown on its way to the screen: facts filled in, dollars and HTML made harmless."""

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from sizewise.ground.code_spans import code_spans
from sizewise.ui import house
from sizewise.ui.kit.html import trusted

_MARKS = re.compile(r"[\\`*_\[\]<>$~|&]|^[#+=-]|^\d{1,9}[.)]")
"""What means something in Markdown, some of it only at the start."""
_BREAKS = re.compile(r"\s*[\r\n]\s*")
_SHORTCODE = re.compile(r":(?=[\w/+-]+:)")


def escape_dollars(text: str) -> str:
    """Escape every dollar sign outside code: Streamlit reads two of them as a formula."""
    return _outside_code(text, lambda piece: piece.replace("$", r"\$"))


def sentence(text: str) -> str:
    """What is wrong with something typed, which the sentence may repeat: code is code, and
    everything else stands as it is.
    """
    return _outside_code(text, _plain)


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for start, end in code_spans(text):
        pieces += [change(text[at:start]), text[start:end]]
        at = end
    return "".join([*pieces, change(text[at:])])


def literal(text: str) -> str:
    """What a learner typed or chose, in Markdown that shows it as it stands, on one line."""
    return _plain(text.strip())


def _plain(text: str) -> str:
    # Streamlit makes a picture of `:name:`, escaped or not: an invisible joiner breaks it.
    whole = _SHORTCODE.sub(":\u2060", _BREAKS.sub(" ", text))
    return _MARKS.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", whole)


def safe(text: str) -> str:
    """Markdown ready for `st.markdown`: facts of today, dollars escaped."""
    return escape_dollars(house.facts().text(text))


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=4096)
def html(text: str) -> Markup:
    """HTML of a Markdown text whose facts are filled in already; typed HTML becomes plain text."""
    return trusted(_renderer().render(text))


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """HTML of one line of Markdown, without a paragraph around it."""
    return trusted(_renderer().renderInline(text))
