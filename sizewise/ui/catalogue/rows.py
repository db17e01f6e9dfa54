"""Models as rows of a table: name and status, rates, the bill of a typical call, the window."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from html import escape

from sizewise.ground.money import dollars
from sizewise.library.checks.freshness import stale
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.ui.catalogue.words import call_on, kind_words, price_on, rates_words, times_words
from sizewise.ui.kit.provenance import (
    checked_html,
    standing_html,
)
from sizewise.ui.kit.receipt import day_words
from sizewise.ui.links import go_html

HEADS = ("Model", "In / out", "Typical call", "Context")


def table_html(
    profiles: Sequence[ModelProfile], day: date, caption: str, mine: ModelProfile | None = None
) -> str:
    """The table; of `mine` the row is marked, and the others' bills are held against it.

    The roles are written out: on a phone the rows are drawn as cards, and lose them else.
    """
    bills = {each.id: call_on(each, day) for each in profiles}
    most = max((bill.total for bill in bills.values() if bill), default=Decimal(0))
    prices = {bill.price.checked_on for bill in bills.values() if bill}
    body = "".join(_row_html(each, bills, most, day, len(prices) > 1, mine) for each in profiles)
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in HEADS)
    return (
        f'<div class="mt-box"><table class="mt" role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row_html(
    profile: ModelProfile,
    bills: dict[str, CostEstimate | None],
    most: Decimal,
    day: date,
    dated: bool,
    mine: ModelProfile | None,
) -> str:
    own = mine is not None and mine.id == profile.id
    css = ' class="mine"' if own else ""
    name = (
        f"<b>{escape(profile.name)}</b>"
        if own
        else go_html(profile.name, "models", model=profile.id)
    )
    head = (
        f'<span class="named">{name}{standing_html(profile, day, short=True)}</span>'
        f"<small>{escape(kind_words(profile))}</small>"
    )
    held = bills[mine.id] if mine and not own and mine.id in bills else None
    cells = (
        _rates_html(price_on(profile, day), day, dated),
        _bill_html(bills[profile.id], most, held),
        f"{profile.file.limits.context_window:,}",
    )
    return (
        f'<tr role="row"{css}><th scope="row" role="rowheader">{head}</th>'
        + "".join(
            f'<td role="cell" data-label="{label}">{cell}</td>'
            for label, cell in zip(HEADS[1:], cells, strict=True)
        )
        + "</tr>"
    )


def _rates_html(price: Price | None, day: date, dated: bool) -> str:
    if price is None:
        return '<span class="none">no price known</span>'
    if stale("price", price.checked_on, day):
        return rates_words(price) + "<br>" + checked_html("price", price.checked_on, day)
    small = f"<small>checked {day_words(price.checked_on)}</small>" if dated else ""
    return rates_words(price) + small


def _bill_html(bill: CostEstimate | None, most: Decimal, held: CostEstimate | None) -> str:
    if bill is None:
        return "–"
    small = f"<small>{_held_words(bill, held)}</small>" if held and held.total else ""
    return f"<b>{dollars(bill.total)}</b>{meter_html(bill.total, most)}{small}"


def _held_words(bill: CostEstimate, held: CostEstimate) -> str:
    """A larger bill as a factor, a smaller one as a percentage."""
    if bill.total >= held.total:
        words = times_words(bill.total, held.total)
        return f"{words} as much" if words.endswith("×") else words
    percent = round(100 * bill.total / held.total)
    return f"{percent}% as much" if 0 < percent < 100 else ("free" if not percent else "the same")


def meter_html(amount: Decimal, most: Decimal) -> str:
    """A bar of that part of the largest amount."""
    width = max(2, round(100 * amount / most)) if most else 0
    return f'<i class="meter" style="width:{width}%" aria-hidden="true"></i>'
