"""A results table with claimed costs: which of them can follow from the tokens beside them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.ground.written import dollars
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import rates_of
from sizewise.sizing.missions.candidates import choice, priced
from sizewise.sizing.missions.computed import Candidate, Computed
from sizewise.sizing.missions.mission import ImpossibleRows, ReportRow
from sizewise.sizing.tokens.usage import Usage

LEEWAY = Decimal("0.01")
"""A claim this near to the possible costs is possible: tables round."""


@dataclass(frozen=True)
class Claim:
    """A row with what it claims, and the least and the most that its tokens can cost."""

    row: ReportRow
    profile: ModelProfile
    price: Price
    claimed: Decimal
    least: Decimal
    most: Decimal

    @property
    def possible(self) -> bool:
        """Whether the claimed cost can follow from the tokens."""
        return self.least * (1 - LEEWAY) <= self.claimed <= self.most * (1 + LEEWAY)


def claims(check: ImpossibleRows, catalogue: Catalogue, day: date) -> tuple[Claim, ...]:
    """The table as learners see it. Raises ModelUnknown, PriceUnknown and BatchUnavailable."""
    return tuple(_claim(row, *priced(catalogue, row.model, day)) for row in check.rows)


def impossible_rows(check: ImpossibleRows, catalogue: Catalogue, day: date) -> Computed:
    """Which rows cannot be. Raises Unsolvable when all or none of them can."""
    candidates = [_candidate(each) for each in claims(check, catalogue, day)]
    sums = (
        "The most a row can cost: all tokens at the list price.",
        "The least: all input from a cache, and all of it in a batch where there is one.",
    )
    return choice("several", candidates, sums)


def _candidate(claim: Claim) -> Candidate:
    between = f"between {dollars(claim.least)} and {dollars(claim.most)}"
    why = f"its tokens cost {between}, and the table says {dollars(claim.claimed)}."
    name = f"Row {claim.row.id.upper()}, {claim.profile.name}"
    return Candidate(claim.row.id, name, not claim.possible, why)


def _claim(row: ReportRow, profile: ModelProfile, price: Price) -> Claim:
    usage = Usage.of(row.call)
    return Claim(
        row,
        profile,
        price,
        _claimed(row, usage, price),
        _least(usage, price) * row.calls,
        _at(usage.input, usage.output, price) * row.calls,
    )


def _at(sent: int, written: int, price: Price) -> Decimal:
    return (sent * price.input + written * price.output).scaleb(-6)


def _least(usage: Usage, price: Price) -> Decimal:
    batch = price.batch_input is not None and price.batch_output is not None
    rates = rates_of(usage, price, batch=batch)
    return (usage.input * min(rates.cached, rates.input) + usage.output * rates.output).scaleb(-6)


def _claimed(row: ReportRow, usage: Usage, price: Price) -> Decimal:
    """The claimed cost: a right one, or one that a known mistake leads to."""
    sent, written, calls = usage.input, usage.output, row.calls
    if row.claimed == "as-a-batch":
        rates = rates_of(usage, price, batch=True)
        return (sent * rates.input + written * rates.output).scaleb(-6) * calls
    if row.claimed == "half-from-a-cache":
        rates = rates_of(usage, price)
        half = Decimal(sent) / 2
        return (half * (rates.input + rates.cached) + written * rates.output).scaleb(-6) * calls
    listed = _at(sent, written, price) * calls
    return {
        "list-price": listed,
        "rates-swapped": _at(written, sent, price) * calls,
        "answers-forgotten": _at(sent, 0, price) * calls,
        "a-thousand-for-a-million": listed * 1000,
        "one-call-forgotten-the-rest": _at(sent, written, price),
    }[row.claimed]
