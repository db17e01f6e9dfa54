"""Many different calls on one receipt, and how their sizes are spread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import get_args

from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import CostEstimate, CostLine, TokenKind, estimate
from sizewise.sizing.tokens.usage import Usage

KINDS: tuple[TokenKind, ...] = get_args(TokenKind)
"""The order of lines on a receipt."""


@dataclass(frozen=True)
class Bin:
    """How many numbers lie between two, both counted in."""

    first: int
    last: int
    rows: int


def cost_of_each(
    counts: Iterable[int], output: int, price: Price, *, batch: bool = False
) -> dict[int, CostEstimate]:
    """The cost of a call of each size: input tokens -> one call. Raises BatchUnavailable."""
    return {size: estimate(Usage(size, output=output), price, batch=batch) for size in set(counts)}


def together(
    counts: Sequence[int], output: int, price: Price, *, batch: bool = False
) -> CostEstimate:
    """All calls on one receipt: a line for each kind of token and rate, and their exact sum.

    Each call pays the rates of its own size, so long inputs may pay more than short ones. Raises
    BatchUnavailable.
    """
    tokens, amounts = (
        Counter[tuple[TokenKind, Decimal]](),
        dict[tuple[TokenKind, Decimal], Decimal](),
    )
    each = cost_of_each(counts, output, price, batch=batch)
    for size, calls in Counter(counts).items():
        for line in each[size].lines:
            key = (line.kind, line.rate)
            tokens[key] += line.tokens * calls
            amounts[key] = amounts.get(key, Decimal(0)) + line.amount * calls
    lines = tuple(
        CostLine(kind, tokens[kind, rate], rate, amounts[kind, rate])
        for kind, rate in sorted(amounts, key=lambda key: (KINDS.index(key[0]), key[1]))
    )
    return CostEstimate(lines, sum(amounts.values(), Decimal(0)), price, batch)


def bins(counts: Sequence[int], most: int = 12) -> tuple[Bin, ...]:
    """The sizes in at most that many classes of a round width, from the first used to the last."""
    if not counts:
        return ()
    width = _round_width(max(counts) + 1, most)
    rows = Counter(size // width for size in counts)
    return tuple(
        Bin(place * width, (place + 1) * width - 1, rows[place])
        for place in range(min(rows), max(rows) + 1)
    )


def _round_width(span: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... of which at most `most` cover the span."""
    step = 1
    while True:
        for width in (step, 2 * step, 5 * step):
            if ceil(span / width) <= most:
                return width
        step *= 10


def heavy_share(counts: Sequence[int]) -> Decimal:
    """The share of all tokens that lies in the longest tenth of the rows; 0 without tokens."""
    total = sum(counts)
    heavy = sorted(counts, reverse=True)[: ceil(len(counts) / 10)]
    return Decimal(sum(heavy)) / total if total else Decimal(0)
