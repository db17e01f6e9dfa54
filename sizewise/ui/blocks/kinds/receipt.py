"""What a job costs, line by line."""

from collections.abc import Sequence

from markupsafe import Markup

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.written import dollars, grouped, number_of
from sizewise.learn.lesson.blocks.receipt import ReceiptBlock
from sizewise.ui import house
from sizewise.ui.blocks.block_costs import Priced, priced, ratio
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.paper import Form
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import bar_html, bill_html, line_html, receipt_html, rule_html

MOVES = False


def draw(block: ReceiptBlock, _key: str) -> None:
    """What one job costs."""
    show_html(job_html(block))


def job_html(block: ReceiptBlock) -> Markup:
    """A job's receipt: on one model line by line, on several side by side.

    Raises ModelUnknown and PriceUnknown.
    """
    catalogue, day = house.library().catalogue, house.today()
    rows = priced(catalogue, day, block.models, block.usage, block.calls)
    body = _one(rows[0]) if len(rows) == 1 else _several(rows)
    note = (
        Markup('<p class="sub">{}</p>').format(inline(house.facts().text(block.note)))
        if block.note
        else Markup()
    )
    return receipt_html(
        block.title, _per_call(block.usage), body, note + checked_prices_html(rows), level=3
    )


def _one(row: Priced) -> Markup:
    total = line_html(row.profile.name, dollars(row.cost.total), "tot")
    return bill_html(row.cost) + rule_html() + total


def _several(rows: Sequence[Priced]) -> Markup:
    most, least = max(r.cost.total for r in rows), min(r.cost.total for r in rows)
    lines = Markup().join(
        line_html(row.profile.name, dollars(row.cost.total))
        + bar_html(row.cost.total / most if most else most, strong=row.cost.total == least)
        for row in rows
    )
    return lines + difference_html(rows)


def difference_html(rows: Sequence[Priced]) -> Markup:
    """How many times more the dearer of two costs; empty for any other number of them."""
    more = ratio(rows)
    if len(rows) != 2 or more is None:
        return Markup()
    return rule_html() + line_html("Times more", more, "tot")


def _per_call(usage: CallTokens) -> str:
    return f"{number_of(usage.input, 'token')} in, {grouped(usage.output)} out, per call"


def checked_prices_html(rows: Sequence[Priced]) -> Markup:
    """Where the prices come from, and the day they were checked."""
    return prices_html((row.cost.price for row in rows), house.today())


def on_paper(block: ReceiptBlock) -> Form:
    """The receipt as it stands on screen."""
    return Form(job_html(block))
