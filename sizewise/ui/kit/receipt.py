"""Receipts: titles, dotted lines, totals and stamps, as HTML that reads well aloud."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from sizewise.ground.written import day_words, dollars, exact_millions, noun_for, number_of, rate
from sizewise.sizing.cost.cost import CostEstimate, CostLine, Fee, FeeLine, TokenKind
from sizewise.ui.kit.html import NO_HTML

KINDS: Mapping[TokenKind, str] = {
    "input": "Input",
    "cached_input": "Cached input",
    "cache_write": "Written to a cache",
    "output": "Output",
    "reasoning": "Hidden thinking",
    "input_audio": "Sound sent",
    "cached_audio": "Cached sound",
    "cache_write_1h": "In a cache for 1 hour",
    "output_audio": "Sound written",
    "output_image": "Pictures written",
}
"""The word for each line of a bill."""

FEES: Mapping[Fee, tuple[str, str, str]] = {
    "web_search": ("Web searches", "search", "searches"),
    "file_search": ("Searches in files", "search", "searches"),
}
"""For the line of each fee: its words, one use, and several."""

MILLION = 1_000_000
ROOM = 15
"""Letters and digits that fit on a total line in its usual size."""


def receipt_html(
    title: str, sub: str, body: Markup, foot: Markup = NO_HTML, level: int = 2
) -> Markup:
    """A torn receipt: the job, a line below it, `body` of list items, and what follows them.

    `level` is the heading's: 2 where the page has only its title above, 3 inside a lesson.
    """
    head = Markup("<h{}>{}</h{}>").format(level, title, level)
    below = Markup('<p class="sub">{}</p>').format(sub) if sub else Markup()
    items = Markup('<ul class="rls" role="list">{}</ul>').format(body)
    return Markup('<div class="rcw"><div class="rc">{}{}{}{}</div></div>').format(
        head, below, items, foot
    )


def line_html(label: str, value: str, css: str = "", note: str = "") -> Markup:
    """One line: what, dots, how much. `css` is "tot" for the total and "s" for a small one."""
    if css == "tot" and len(label) + len(value) > ROOM:
        css = "tot long"
    small = Markup('<p class="rn">{}</p>').format(note) if note else Markup()
    return Markup(
        '<li><div class="rl {}"><span>{}</span><span class="dots" aria-hidden="true">'
        "</span><b>{}</b></div>{}</li>"
    ).format(css, label, value, small)


def bar_html(share: Decimal, strong: bool = False) -> Markup:
    """A bar of `share` (0 to 1) of the width below a line; the strong one is the one to like."""
    css = "bar" if strong else "bar alt"
    width = max(3, round(share * 100))
    return Markup('<li class="{}" style="width:{}%" aria-hidden="true"></li>').format(css, width)


def rule_html() -> Markup:
    """A dashed line across the receipt."""
    return Markup('<li class="rule" aria-hidden="true"></li>')


def stamp_html(words: str, day: date, stale: bool = False) -> Markup:
    """A stamp such as "prices checked 21 November 2026"; an old one is filled and says so."""
    css, mark = ("stamp stale", "check again: ") if stale else ("stamp", "")
    return Markup('<span class="{}">{}{} {}</span>').format(css, mark, words, day_words(day))


def bill_html(bill: CostEstimate) -> Markup:
    """The lines of an estimate, each with its tokens and its rate per million."""
    cached = any(line.kind == "cached_input" for line in bill.lines)
    lines = [_kind(line, cached) for line in bill.lines]
    return Markup().join([*lines, *map(_fee, bill.fees)])


def _fee(line: FeeLine) -> Markup:
    label, one, several = FEES[line.fee]
    note = f"{number_of(line.uses, one, several)} × {rate(line.rate)} per 1,000"
    return line_html(label, dollars(line.amount), note=note)


def _kind(line: CostLine, cached: bool) -> Markup:
    label = "Fresh input" if cached and line.kind == "input" else KINDS[line.kind]
    tokens = noun_for(line.tokens, "token")
    note = f"{exact_millions(line.tokens)} {tokens} × {rate(line.rate)}"
    return line_html(label, dollars(line.amount), note=note)
