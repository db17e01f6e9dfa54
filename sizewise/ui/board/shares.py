"""Who gets how many of the calls: by the inverse square of the price."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, number, percent
from sizewise.sizing.plan.providers import inverse_square_weights
from sizewise.ui.board.rows import Entry
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.meter import meter_html

Weights = Mapping[str, Fraction]
"""The share of calls of each row that has a price above 0."""
EXAMPLE = (Decimal(1), Decimal(2), Decimal(3))
"""Dollars: the example that OpenRouter gives of its rule."""


def weights(up: Sequence[Entry]) -> Weights:
    """The share of each row that is up and has a price above 0; exactly 1 together."""
    priced = [each for each in up if each.price]
    found = inverse_square_weights([each.price for each in priced if each.price])
    return {each.name: share for each, share in zip(priced, found, strict=True)}


def cell_html(name: str, now: Weights, before: Weights) -> Markup:
    """A row's share, and what it was before somebody went down."""
    if name not in now:
        return Markup("–")
    was = before.get(name, Fraction(0))
    small = Markup("<small>was {}</small>").format(percent(was)) if was != now[name] else Markup()
    return Markup("{}{}{}").format(
        percent(now[name]), small, meter_html(float(now[name]), "strong")
    )


def draw(up: Sequence[Entry], now: Weights) -> None:
    """Draw the formula with the board's own numbers, and an example to follow by hand."""
    st.header("Sharing the calls by price", anchor=False)
    show_html(_RULE)
    free = [each.title for each in up if each.price == 0]
    if free:
        st.caption("What costs nothing cannot be weighed: set a price of an hour above 0.")
    if now:
        show_html(_board_html(up, now))
    show_html(_example_html())


_RULE = Markup(
    '<p class="fine wide-lede">Dearer providers are asked rarely. Weight = 1 / price², '
    "and share = weight / all weights together. It is the rule by which OpenRouter spreads "
    "calls over the providers of a model.</p>"
)


def _board_html(up: Sequence[Entry], now: Weights) -> Markup:
    rows = [each for each in up if each.name in now]
    total = sum((1 / each.price**2 for each in rows if each.price), Fraction(0))
    lines = [
        (each.title, f"1 / {dollars(each.price)}² = {number(1 / each.price**2)}", now[each.name])
        for each in rows
        if each.price
    ]
    together = ("Together", f"{number(total)}, and all shares", sum(now.values(), Fraction(0)))
    return sums_html(
        "The arithmetic of these shares",
        [(when, what, percent(share)) for when, what, share in (*lines, together)],
        ROUNDED,
    )


def _example_html() -> Markup:
    lines = [
        (f"At {dollars(price)}", f"1 / {price}² ÷ (1 + 1/4 + 1/9) = {share}", percent(share))
        for price, share in zip(EXAMPLE, inverse_square_weights(EXAMPLE), strict=True)
    ]
    return sums_html("An example to follow by hand: three providers at $1, $2 and $3", lines)


ROUNDED = "Measured numbers are written rounded here, and computed with all their digits."


def sums_html(title: str, lines: Sequence[tuple[str, str, str]], note: str = "") -> Markup:
    """Arithmetic to unfold: when, what is computed, and what comes out; then a note, if any."""
    rows = Markup().join(
        Markup("<li><span>{}</span><code>{}</code><b>{}</b></li>").format(*line) for line in lines
    )
    told = Markup('<p class="fine">{}</p>').format(note) if note else Markup()
    return Markup(
        '<details class="more"><summary>{}</summary><ul class="sums" role="list">{}</ul>{}'
        "</details>"
    ).format(title, rows, told)
