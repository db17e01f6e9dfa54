"""What sheets of paper are made of: boxes to tick, lines to write on, and the forms of blocks."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from sizewise.ui.kit.html import NO_HTML

BOX = Markup('<i class="tick" aria-hidden="true"></i>')


class Form(NamedTuple):
    """How a block stands on paper."""

    body: Markup
    answer: Markup = NO_HTML
    """What stands at the end of the sheet, so that one can think first."""


def ticks_html(choices: Iterable[str], row: bool = False) -> Markup:
    """Choices, each with a box to tick; in a row when they are short."""
    items = Markup().join(
        Markup("<li>{}<span>{}</span></li>").format(BOX, each) for each in choices
    )
    return Markup('<ul class="ticks{}" role="list">{}</ul>').format(" row" if row else "", items)


def line_to_write(label: str, lines: int = 1) -> Markup:
    """A label, and lines to write on."""
    more = Markup('<i class="rule"></i>') * (lines - 1)
    return Markup('<p class="write"><span>{}</span><i class="rule"></i>{}</p>').format(label, more)


def tag(words: str) -> Markup:
    """The small line above a block that says what it is for."""
    return Markup('<p class="form-tag">{}</p>').format(words)
