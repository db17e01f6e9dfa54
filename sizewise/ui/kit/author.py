"""What an author wrote, facts filled in, as HTML."""

from markupsafe import Markup

from sizewise.ui import house
from sizewise.ui.kit.markdown import html, inline


def line(text: str) -> Markup:
    """One line of an author's text."""
    return inline(house.facts().text(text))


def paragraphs(text: str) -> Markup:
    """An author's paragraphs."""
    return html(house.facts().text(text))
