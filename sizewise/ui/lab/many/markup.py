"""What a column of prompts comes to, as HTML: the spread, the longest rows."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sizewise.ground.money import dollars
from sizewise.sizing.cost.columns import Spread
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.sizing.cost.together import (
    bins,
    heavy_share,
)
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import own_words, table_html
from sizewise.ui.lab.figures import counts_html

LONGEST = 10
CLEAR = 90
"""Characters of a long row that are shown."""


def spread_html(spread: Spread) -> Markup:
    """Rows, sum and percentiles in big numbers."""
    return counts_html(
        {
            "Rows": f"{spread.rows:,}",
            "Tokens in all": f"{spread.total:,}",
            "Mean": f"{spread.mean:,.1f}",
            "Median": f"{spread.median:,}",
            "9 of 10 have at most": f"{spread.p90:,}",
            "95 of 100": f"{spread.p95:,}",
            "99 of 100": f"{spread.p99:,}",
            "Longest": f"{spread.most:,}",
        }
    )


def classes_html(counts: Sequence[int]) -> Markup:
    """How many rows are how long: bars in a table, so that all can read them."""
    classes = bins(counts)
    most = max((each.rows for each in classes), default=0)
    rows = (
        (
            _range(each.first, each.last),
            f"{each.rows:,}",
            f"{each.rows / len(counts):.0%}",
            meter_html(each.rows / most, "strong"),
        )
        for each in classes
    )
    heads = ("Tokens", "Rows", "Share", Markup('<span class="only-heard">Bar</span>'))
    table = table_html("How long the rows are", heads, rows, "classes")
    return Markup("<h2>How long the rows are</h2>{}{}").format(table, _heavy_html(counts))


def _range(first: int, last: int) -> str:
    return f"{first:,}" if first == last else f"{first:,} to {last:,}"


def _heavy_html(counts: Sequence[int]) -> Markup:
    if len(counts) < 10:
        return Markup()
    return Markup(
        '<p class="surprise">The longest tenth of the rows holds <b>{:.0%}</b> of all tokens.</p>'
    ).format(heavy_share(counts))


def longest_html(
    texts: Sequence[str], counts: Sequence[int], costs: Mapping[int, CostEstimate]
) -> Markup:
    """The longest rows, with their place in the file."""
    places = sorted(range(len(counts)), key=lambda place: -counts[place])[:LONGEST]
    rows = (
        (
            f"{place + 1:,}",
            f"{counts[place]:,}",
            _cost(costs, counts[place]),
            own_words(_clear(texts[place])),
        )
        for place in places
    )
    table = table_html("The longest rows", ("Row", "Tokens", "Cost", "Text"), rows)
    return Markup("<h2>The longest rows</h2>{}").format(table)


def _cost(costs: Mapping[int, CostEstimate], size: int) -> str:
    return dollars(costs[size].total) if size in costs else "–"


def _clear(text: str) -> str:
    short = " ".join(text.split())
    return short if len(short) <= CLEAR else f"{short[:CLEAR]}…"
