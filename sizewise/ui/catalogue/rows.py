"""Models as rows of a table: name and status, rates, the bill of a typical call, the window."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

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
) -> Markup:
    """The table; of `mine` the row is marked, and the others' bills are held against it.

    The roles are written out: on a phone the rows are drawn as cards, and lose them else.
    """
    bills = {each.id: call_on(each, day) for each in profiles}
    most = max((bill.total for bill in bills.values() if bill), default=Decimal(0))
    prices = {bill.price.checked_on for bill in bills.values() if bill}
    body = Markup().join(
        _row_html(each, bills, most, day, len(prices) > 1, mine) for each in profiles
    )
    head = Markup().join(
        Markup('<th scope="col" role="columnheader">{}</th>').format(name) for name in HEADS
    )
    return Markup(
        '<div class="mt-box"><table class="mt" role="table"><caption>{}</caption>'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup">{}'
        "</tbody></table></div>"
    ).format(caption, head, body)


def _row_html(
    profile: ModelProfile,
    bills: dict[str, CostEstimate | None],
    most: Decimal,
    day: date,
    dated: bool,
    mine: ModelProfile | None,
) -> Markup:
    own = mine is not None and mine.id == profile.id
    css = Markup(' class="mine"') if own else Markup()
    name = (
        Markup("<b>{}</b>").format(profile.name)
        if own
        else go_html(profile.name, "models", model=profile.id)
    )
    head = Markup('<span class="named">{}{}</span><small>{}</small>').format(
        name, standing_html(profile, day, short=True), kind_words(profile)
    )
    held = bills[mine.id] if mine and not own and mine.id in bills else None
    cells = (
        _rates_html(price_on(profile, day), day, dated),
        _bill_html(bills[profile.id], most, held),
        f"{profile.file.limits.context_window:,}",
    )
    return (
        Markup('<tr role="row"{}><th scope="row" role="rowheader">{}</th>').format(css, head)
        + Markup().join(
            Markup('<td role="cell" data-label="{}">{}</td>').format(label, cell)
            for label, cell in zip(HEADS[1:], cells, strict=True)
        )
        + Markup("</tr>")
    )


def _rates_html(price: Price | None, day: date, dated: bool) -> Markup:
    if price is None:
        return Markup('<span class="none">no price known</span>')
    if stale("price", price.checked_on, day):
        return rates_words(price) + Markup("<br>") + checked_html("price", price.checked_on, day)
    small = (
        Markup("<small>checked {}</small>").format(day_words(price.checked_on))
        if dated
        else Markup()
    )
    return rates_words(price) + small


def _bill_html(bill: CostEstimate | None, most: Decimal, held: CostEstimate | None) -> Markup:
    if bill is None:
        return Markup("–")
    small = (
        Markup("<small>{}</small>").format(_held_words(bill, held))
        if held and held.total
        else Markup()
    )
    return Markup("<b>{}</b>{}{}").format(dollars(bill.total), meter_html(bill.total, most), small)


def _held_words(bill: CostEstimate, held: CostEstimate) -> str:
    """A larger bill as a factor, a smaller one as a percentage."""
    if bill.total >= held.total:
        words = times_words(bill.total, held.total)
        return f"{words} as much" if words.endswith("×") else words
    percent = round(100 * bill.total / held.total)
    return f"{percent}% as much" if 0 < percent < 100 else ("free" if not percent else "the same")


def meter_html(amount: Decimal, most: Decimal) -> Markup:
    """A bar of that part of the largest amount."""
    width = max(2, round(100 * amount / most)) if most else 0
    return Markup('<i class="meter" style="width:{}%" aria-hidden="true"></i>').format(width)
