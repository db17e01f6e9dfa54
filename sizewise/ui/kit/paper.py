"""What sheets of paper are made of: boxes to tick, lines to write on, and the forms of blocks."""

from collections.abc import Iterable
from typing import NamedTuple

BOX = '<i class="tick" aria-hidden="true"></i>'


class Form(NamedTuple):
    """How a block stands on paper."""

    body: str
    """Ready HTML."""
    answer: str = ""
    """What stands at the end of the sheet, so that one can think first; ready HTML."""


def ticks_html(choices: Iterable[str], row: bool = False) -> str:
    """Choices, each with a box to tick; in a row when they are short. They are ready HTML."""
    items = "".join(f"<li>{BOX}<span>{each}</span></li>" for each in choices)
    return f'<ul class="ticks{" row" if row else ""}" role="list">{items}</ul>'


def line_to_write(label: str, lines: int = 1) -> str:
    """A label, and lines to write on. The label is ready HTML."""
    more = '<i class="rule"></i>' * (lines - 1)
    return f'<p class="write"><span>{label}</span><i class="rule"></i>{more}</p>'


def tag(words: str) -> str:
    """The small line above a block that says what it is for."""
    return f'<p class="form-tag">{words}</p>'
