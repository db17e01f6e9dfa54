"""Tables: plain ones that scroll sideways, and stacked ones whose rows become cards on a phone."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from sizewise.ui.kit.columns import of_numbers
from sizewise.ui.kit.html import filled

HERE = Path(__file__).parent


class Row(NamedTuple):
    """A row of a stacked table."""

    head: str
    cells: Sequence[str] = ()
    own: bool = False
    """Whether it is the learner's own choice, which is marked."""
    why: str = ""
    """What stands in place of cells that nobody knows."""


def table_html(
    name: str, heads: Sequence[str], rows: Iterable[Sequence[str]], css: str = ""
) -> Markup:
    """A table in a frame that scrolls sideways where the screen is narrow.

    The first of each row is its head; `name` is read aloud.
    """
    told = [tuple(row) for row in rows]
    right = of_numbers(row[1:] for row in told)
    return filled(HERE / "table.html", name=name, heads=heads, rows=told, css=css, right=right)


def stacked_html(
    heads: Sequence[str], rows: Iterable[Row], caption: str = "", css: str = ""
) -> Markup:
    """A table as wide as the page; where there is no room each row is a card, its cells named."""
    told = tuple(rows)
    right = of_numbers(row.cells for row in told if row.cells)
    return filled(
        HERE / "stacked.html", heads=heads, rows=told, caption=caption, css=css, right=right
    )


def own_words(text: str) -> Markup:
    """Somebody's own words in a cell, which may run from right to left."""
    return Markup('<div class="words" dir="auto">{}</div>').format(text)
