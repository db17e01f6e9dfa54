"""Receipts: titles, dotted lines, totals and stamps, as HTML that reads well aloud."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import escape

from sizewise.ground.money import (
    dollars,
    rate,
)
from sizewise.sizing.cost.cost import (
    CostEstimate,
    CostLine,
    Kind,
)

KINDS: Mapping[Kind, str] = {
    "input": "Input",
    "cached_input": "Cached input",
    "cache_write": "Written to a cache",
    "output": "Output",
    "reasoning": "Hidden thinking",
}
"""The word for each line of a bill."""

MILLION = 1_000_000
ROOM = 15
"""Letters and digits that fit on a total line in its usual size."""


def receipt_html(title: str, sub: str, body: str, foot: str = "", level: int = 2) -> str:
    """A torn receipt: the job, a line below it, `body` of list items, and what follows them.

    `level` is the heading's: 2 where the page has only its title above, 3 inside a lesson.
    """
    head = f"<h{level}>{escape(title)}</h{level}>"
    below = f'<p class="sub">{escape(sub)}</p>' if sub else ""
    items = f'<ul class="rls" role="list">{body}</ul>'
    return f'<div class="rcw"><div class="rc">{head}{below}{items}{foot}</div></div>'


def line_html(label: str, value: str, css: str = "", note: str = "") -> str:
    """One line: what, dots, how much. `css` is "tot" for the total and "s" for a small one."""
    if css == "tot" and len(label) + len(value) > ROOM:
        css = "tot long"
    small = f'<p class="rn">{escape(note)}</p>' if note else ""
    return (
        f'<li><div class="rl {css}"><span>{escape(label)}</span>'
        f'<span class="dots" aria-hidden="true"></span><b>{escape(value)}</b></div>{small}</li>'
    )


def bar_html(share: Decimal, strong: bool = False) -> str:
    """A bar of `share` (0 to 1) of the width below a line; the strong one is the one to like."""
    css = "bar" if strong else "bar alt"
    width = max(3, round(share * 100))
    return f'<li class="{css}" style="width:{width}%" aria-hidden="true"></li>'


def rule_html() -> str:
    """A dashed line across the receipt."""
    return '<li class="rule" aria-hidden="true"></li>'


def stamp_html(words: str, day: date, stale: bool = False) -> str:
    """A stamp such as "prices checked 21 November 2026"; an old one is filled and says so."""
    css, mark = ("stamp stale", "check again: ") if stale else ("stamp", "")
    return f'<span class="{css}">{mark}{escape(words)} {day_words(day)}</span>'


def day_words(day: date) -> str:
    """A day as people write it: "21 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def token_words(tokens: int) -> str:
    """A number of tokens in little room: "9,999", "1.70M"."""
    return f"{tokens / MILLION:,.2f}M" if tokens >= MILLION else f"{tokens:,}"


def bill_html(bill: CostEstimate) -> str:
    """The lines of an estimate, each with its tokens and its rate per million."""
    cached = any(line.kind == "cached_input" for line in bill.lines)
    return "".join(_kind(line, cached) for line in bill.lines)


def _kind(line: CostLine, cached: bool) -> str:
    label = "Fresh input" if cached and line.kind == "input" else KINDS[line.kind]
    note = f"{token_words(line.tokens)} tokens × {rate(line.rate)}"
    return line_html(label, dollars(line.amount), note=note)
