"""Models as rows of a table: name and status, rates, the bill of a typical call, the window."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from sizewise.ground.written import day_words, dollars, grouped
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.freshness import stale
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.ui.catalogue.words import call_on, kind_words, price_on, rates_words, times_words
from sizewise.ui.kit.meter import meter_html, part_of
from sizewise.ui.kit.provenance import checked_html, standing_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.links import go_html

HEADS = ("Model", "In / out", "Typical call", "Context")


def table_html(
    profiles: Sequence[ModelProfile], day: date, caption: str, mine: ModelProfile | None = None
) -> Markup:
    """The table; of `mine` the row is marked, and the others' bills are held against it."""
    bills = {each.id: call_on(each, day) for each in profiles}
    most = max((bill.total for bill in bills.values() if bill), default=Decimal(0))
    prices = {bill.price.checked_on for bill in bills.values() if bill}
    rows = (_row(each, bills, most, day, len(prices) > 1, mine) for each in profiles)
    return stacked_html(HEADS, rows, caption, "mt")


def _row(
    profile: ModelProfile,
    bills: dict[str, CostEstimate | None],
    most: Decimal,
    day: date,
    dated: bool,
    mine: ModelProfile | None,
) -> Row:
    own = mine is not None and mine.id == profile.id
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
        f"{grouped(profile.file.limits.context_window)}",
    )
    return Row(head, cells, own)


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
    return Markup("<b>{}</b>{}{}").format(
        dollars(bill.total), meter_html(part_of(bill.total, most)), small
    )


def _held_words(bill: CostEstimate, held: CostEstimate) -> str:
    """A larger bill as a factor, a smaller one as a percentage."""
    if bill.total >= held.total:
        words = times_words(bill.total, held.total)
        return f"{words} as much" if words.endswith("×") else words
    percent = round(100 * bill.total / held.total)
    return f"{percent}% as much" if 0 < percent < 100 else ("free" if not percent else "the same")
