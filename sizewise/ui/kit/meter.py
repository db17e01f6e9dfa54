"""A bar in a table or beside a number."""

from decimal import Decimal

from markupsafe import Markup

LEAST = 2
"""Percent of the width that the bar of next to nothing has."""


def part_of(amount: Decimal, most: Decimal) -> Decimal:
    """The share (0 to 1) that an amount has of the largest one."""
    return amount / most if most else Decimal(0)


def meter_html(share: float | Decimal, css: str = "") -> Markup:
    """A bar of that share (0 to 1) of its cell; nothing has none.

    `css` is "strong" for the one to look at, and "over" for what is too much.
    """
    width = min(100, max(LEAST, round(100 * share))) if share else 0
    return Markup('<i class="meter {}" style="width:{}%" aria-hidden="true"></i>').format(
        css, width
    )
