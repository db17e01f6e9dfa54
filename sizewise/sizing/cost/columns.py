"""A column of prompts: tokens row by row, and their percentiles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.sample import nearest_rank
from sizewise.ground.written import grouped
from sizewise.sizing.tokens.long_text import PIECE, count_long
from sizewise.sizing.tokens.tokens import count

ROWS_AT_ONCE = 100
"""After how many rows the progress is told."""

RowsDone = Callable[[int, int], None]
"""Told how many rows are done, and of how many."""


class TooManyRows(Plain, ValueError):
    """The column has too many rows. The message is meant for the learner."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        super().__init__(
            f"This column has {grouped(rows)} rows. Sizewise counts up to "
            f"{grouped(limits.TABLE_ROWS)}."
        )


@dataclass(frozen=True)
class Spread:
    """Numbers of a column: how many, their sum, the mean, and some of their percentiles."""

    rows: int
    total: int
    mean: Decimal
    least: int
    median: Decimal
    """Of an even number of rows, half way between the two in the middle."""
    p90: int
    p95: int
    p99: int
    most: int


def row_tokens(
    texts: Sequence[str], encoding_name: str, progress: RowsDone | None = None
) -> tuple[int, ...]:
    """The tokens of each text, in order.

    Raises TooManyRows before any is counted, and NoSafeCut for a row that cannot be counted.
    """
    if len(texts) > limits.TABLE_ROWS:
        raise TooManyRows(len(texts))
    rows, counts = iter(texts), list[int]()
    while group := list(islice(rows, ROWS_AT_ONCE)):
        counts += [_row(text, encoding_name) for text in group]
        if progress is not None:
            progress(len(counts), len(texts))
    return tuple(counts)


def _row(text: str, encoding_name: str) -> int:
    # Most rows are short, and looking for cuts would cost as much as counting them.
    return (count if len(text) <= PIECE else count_long)(text, encoding_name)


def percentile(numbers: Sequence[int], share: Decimal) -> int:
    """The smallest of the numbers that at least that share of them (0 to 1) does not exceed.

    The nearest-rank rule: the answer is always one of the rows. Raises ValueError for no numbers
    and for a share outside 0 to 1.
    """
    if not numbers:
        raise ValueError("no numbers, no percentile")
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1: {share}")
    return sorted(numbers)[nearest_rank(share, len(numbers)) - 1]


def spread(counts: Sequence[int]) -> Spread | None:
    """The spread of a column; none for a column without rows."""
    if not counts:
        return None
    ranked = sorted(counts)
    total, middle = sum(ranked), ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]
    return Spread(
        len(ranked),
        total,
        Decimal(total) / len(ranked),
        ranked[0],
        Decimal(middle) / 2,
        *(percentile(ranked, Decimal(share)) for share in ("0.9", "0.95", "0.99", "1")),
    )
