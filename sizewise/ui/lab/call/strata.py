"""Where a call's tokens and dollars go: two stacked bars, and a table with the same numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, plainly, whole_percent
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.call import OUTPUT_PARTS, CallPart, PartName, usage_of
from sizewise.sizing.cost.cost import rates_of
from sizewise.sizing.tokens.tokenizer import CountStatus
from sizewise.ui.kit.provenance import SURE
from sizewise.ui.kit.table import table_html

NAMES: Mapping[PartName, str] = {
    "system": "System text",
    "tools": "Tools",
    "history": "Said before",
    "question": "New question",
    "images": "Pictures",
    "frame": "Frame",
    "answer": "Answer",
    "reasoning": "Hidden thinking",
}
MEANINGS: Mapping[PartName, str] = {
    "system": "what it should always know, sent every time",
    "tools": "what it may call, sent every time",
    "history": "the conversation so far, sent again",
    "question": "what is new",
    "images": "each picture becomes tokens",
    "frame": "marks around each message",
    "answer": "what it writes",
    "reasoning": "written, billed, not shown",
}
NAMED_FROM = Decimal("0.13")
"""A stratum of at least this share carries its name."""
HEADS = ("Part", "Tokens", "Dollars")


@dataclass(frozen=True)
class Stratum:
    """A part of the call with its tokens, its dollars (none without a price) and its shares."""

    part: PartName
    tokens: int
    status: CountStatus
    amount: Decimal | None
    of_tokens: Decimal
    of_bill: Decimal


def strata(made_of: Sequence[CallPart], price: Price | None) -> tuple[Stratum, ...]:
    """The parts that have tokens, with their shares of all tokens and of the bill."""
    costs = _costs(made_of, price) if price else {}
    tokens, bill = sum(each.tokens for each in made_of), sum(costs.values(), Decimal(0))
    return tuple(
        Stratum(
            each.part,
            each.tokens,
            each.status,
            costs.get(each.part),
            _share(Decimal(each.tokens), Decimal(tokens)),
            _share(costs.get(each.part, Decimal(0)), bill),
        )
        for each in made_of
        if each.tokens
    )


def _costs(made_of: Sequence[CallPart], price: Price) -> dict[str, Decimal]:
    rates = rates_of(usage_of(tuple(made_of)), price)
    return {
        each.part: (
            each.tokens * (rates.output if each.part in OUTPUT_PARTS else rates.input)
        ).scaleb(-6)
        for each in made_of
    }


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole if whole else Decimal(0)


def strata_html(layers: Sequence[Stratum]) -> Markup:
    """Two bars, tokens above dollars, in the same order and colours; then the table."""
    if not layers:
        return Markup('<div class="view none"><p>Nothing is sent, nothing is billed.</p></div>')
    tokens = sum(each.tokens for each in layers)
    costs = [each.amount for each in layers if each.amount is not None]
    bars = _bar_html("Tokens", f"{grouped(tokens)}", layers, "of_tokens")
    if any(costs):
        bars += _bar_html("Dollars", dollars(sum(costs, Decimal(0))), layers, "of_bill")
    return Markup('<div class="strata">{}</div>{}').format(bars, _table_html(layers))


def _bar_html(name: str, total: str, layers: Sequence[Stratum], share: str) -> Markup:
    pieces = Markup().join(_piece_html(each, getattr(each, share)) for each in layers)
    words = ", ".join(
        f"{NAMES[each.part]} {whole_percent(getattr(each, share))}" for each in layers
    )
    label = f"{name}, {total} in all: {words}"
    return Markup(
        '<p class="strata-name"><span>{}</span><b>{}</b></p>'
        '<div class="strata-bar" role="img" aria-label="{}">{}</div>'
    ).format(name, total, label, pieces)


def _piece_html(each: Stratum, share: Decimal) -> Markup:
    if not share:
        return Markup()
    named = Markup("<span>{}</span>").format(NAMES[each.part]) if share >= NAMED_FROM else Markup()
    return Markup('<i class="st-{}" style="flex:{} 1 0">{}</i>').format(
        each.part, plainly(share), named
    )


def _table_html(layers: Sequence[Stratum]) -> Markup:
    rows = map(_row, layers)
    return table_html("Where the tokens and dollars go", HEADS, rows, "strata-table")


def _row(each: Stratum) -> tuple[Markup, ...]:
    css, word = SURE[each.status]
    pill = (
        Markup()
        if each.status == "exact"
        else Markup(' <span class="pill {}">{}</span>').format(css, word)
    )
    name = Markup(
        '<div><i class="st-{} key" aria-hidden="true"></i><span>{}{}<small>{}</small></span></div>'
    ).format(each.part, NAMES[each.part], pill, MEANINGS[each.part])
    cost = "–" if each.amount is None else dollars(each.amount)
    cells = ((grouped(each.tokens), each.of_tokens), (cost, each.of_bill))
    small = Markup("{}<small>{}</small>")
    return name, *(small.format(cell, whole_percent(share)) for cell, share in cells)
