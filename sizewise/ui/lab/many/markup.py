"""What a column of prompts comes to, as HTML: the spread, the longest rows."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, number, number_of, whole_percent
from sizewise.sizing.cost.columns import Spread
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.sizing.cost.many_calls import bins, heavy_share
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import own_words, table_html
from sizewise.ui.lab.many.csv_file import SEPARATORS, PromptTable
from sizewise.ui.lab.tokenized import counts_html

LONGEST = 10
SHOWN_COLUMNS = 4
"""Columns of the first and the last row that are shown."""
CLEAR = 90
"""Characters of a long row that are shown."""


def read_html(table: PromptTable, column: str) -> Markup:
    """What was read: how many rows and columns, and the first and the last row, to be checked."""
    rows, columns = number_of(len(table.rows), "row"), number_of(len(table.columns), "column")
    cut = f", cells separated by {SEPARATORS[table.separator]}" if table.separator else ""
    seen = [name for name in table.columns if name != column][: SHOWN_COLUMNS - 1]
    shown = [name for name in table.columns if name in seen or name == column]
    places = [table.columns.index(name) for name in shown]
    ends = (table.rows[0], table.rows[-1])
    body = (
        (own_words(_clear(name)), *(own_words(_clear(row[place]) or "(empty)") for row in ends))
        for name, place in zip(shown, places, strict=True)
    )
    heads = ("Column", "First row", "Last row")
    rest = len(table.columns) - len(shown)
    more = f" {number_of(rest, 'more column', 'more columns')} not shown here." if rest else ""
    empty = sum(not text.strip() for text in table.texts(column))
    left_out = f" Not counted: {number_of(empty, 'row')} without a prompt." if empty else ""
    said = f"Read: {rows} and {columns}{cut}.{left_out}{more}"
    return Markup('<p class="read">{}</p>{}').format(
        said, table_html("The first and the last row", heads, body, "ends")
    )


def spread_html(spread: Spread) -> Markup:
    """Rows, sum and percentiles in big numbers."""
    return counts_html(
        {
            "Rows": f"{grouped(spread.rows)}",
            "Tokens in all": f"{grouped(spread.total)}",
            "Mean": number(spread.mean, 1),
            "Median": number(spread.median, 1),
            "9 of 10 have at most": f"{grouped(spread.p90)}",
            "95 of 100": f"{grouped(spread.p95)}",
            "99 of 100": f"{grouped(spread.p99)}",
            "Longest": f"{grouped(spread.most)}",
        }
    )


def classes_html(counts: Sequence[int]) -> Markup:
    """How many rows are how long: bars in a table, so that all can read them."""
    classes = bins(counts)
    most = max((each.rows for each in classes), default=0)
    rows = (
        (
            _range(each.first, each.last),
            grouped(each.rows),
            whole_percent(each.rows / len(counts)),
            meter_html(each.rows / most, "strong"),
        )
        for each in classes
    )
    heads = ("Tokens", "Rows", "Share", Markup('<span class="only-heard">Bar</span>'))
    table = table_html("How long the rows are", heads, rows, "classes")
    return Markup("<h2>How long the rows are</h2>{}{}").format(table, _heavy_html(counts))


def _range(first: int, last: int) -> str:
    return f"{grouped(first)}" if first == last else f"{grouped(first)} to {grouped(last)}"


def _heavy_html(counts: Sequence[int]) -> Markup:
    if len(counts) < 10:
        return Markup()
    return Markup(
        '<p class="surprise">The longest tenth of the rows holds <b>{}</b> of all tokens.</p>'
    ).format(whole_percent(heavy_share(counts)))


def longest_html(
    texts: Sequence[str], counts: Sequence[int], costs: Mapping[int, CostEstimate]
) -> Markup:
    """The longest rows, with their place in the file."""
    filled = (place for place, text in enumerate(texts) if text.strip())
    places = sorted(filled, key=lambda place: -counts[place])[:LONGEST]
    rows = (
        (
            grouped(place + 1),
            grouped(counts[place]),
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
