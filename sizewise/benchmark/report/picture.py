"""Small drawings in the report, as SVG. Each has a table beside it that says the same."""

from collections.abc import Sequence

from markupsafe import Markup

from sizewise.benchmark.measure import Measure
from sizewise.benchmark.report.columns import seconds
from sizewise.benchmark.summary import Cell, Summary
from sizewise.ground.written import grouped

LEFT, WIDTH, LINE, TOP = 270, 380, 26, 26


def label(cell: Cell) -> str:
    """What a row is called: the model, the task, and how many at once where it is not one."""
    busy = "" if cell.concurrency == 1 else f", {grouped(cell.concurrency)} at once"
    return f"{cell.model} · {cell.task}{busy}"


def latencies(rows: Sequence[Summary]) -> Markup:
    """For each row a line: the median as a dot, its interval as a bar, the p95 as a stroke."""
    told = [(label(row.cell), row.latency) for row in rows if row.latency is not None]
    longest = max((_longest(found) for _, found in told), default=0.0)
    if not longest:
        return Markup("")
    lines = [
        _line(name, found, TOP + number * LINE, longest)
        for number, (name, found) in enumerate(told)
    ]
    height = TOP + len(told) * LINE + 8
    return Markup(
        '<figure><div class="wide" role="region" aria-label="Drawing of latencies" tabindex="0">'
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<text x="{}" y="14">0 s</text><text x="{}" y="14" text-anchor="end">{}</text>{}</svg>'
        "</div><figcaption>{}</figcaption></figure>"
    ).format(
        LEFT + WIDTH + 20,
        height,
        "The latencies of the table above as a drawing",
        LEFT,
        LEFT + WIDTH,
        seconds(longest),
        Markup("").join(lines),
        "A dot is the median latency, the bar its interval, and the stroke the p95.",
    )


def _longest(found: Measure) -> float:
    tail = found.tail.p95 if found.tail else 0.0
    return max(found.median, *(found.median_interval or ()), tail)


def _line(name: str, found: Measure, y: int, longest: float) -> Markup:
    def x(value: float) -> int:
        return LEFT + round(WIDTH * value / longest)

    low, high = found.median_interval or (found.median, found.median)
    stroke = Markup("")
    if found.tail is not None:
        at = x(found.tail.p95)
        stroke = Markup('<path class="p95" d="M{} {}v14"/>').format(at, y + 1)
    return Markup(
        '<text x="{}" y="{}" text-anchor="end">{}</text><path class="rail" d="M{} {}h{}"/>'
        '<rect x="{}" y="{}" width="{}" height="8"/><circle cx="{}" cy="{}" r="4"/>{}'
    ).format(
        LEFT - 10,
        y + 12,
        name,
        LEFT,
        y + 8,
        WIDTH,
        x(low),
        y + 4,
        max(1, x(high) - x(low)),
        x(found.median),
        y + 8,
        stroke,
    )
