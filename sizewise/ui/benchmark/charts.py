"""Charts of a run. Plotly loads when the first is drawn; each has a table with the same numbers."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import streamlit as st
from markupsafe import Markup, escape

from sizewise.benchmark.frontier import CostQuality
from sizewise.benchmark.log import Log
from sizewise.benchmark.report.columns import TIMED, Timed
from sizewise.benchmark.report.picture import label
from sizewise.benchmark.summary import Cell, Summary, cells, first_token, latency, per_token
from sizewise.benchmark.trial import Trial
from sizewise.ground.written import number_of
from sizewise.ui.kit.chart import DASHES, Ink, unchecked
from sizewise.ui.kit.html import show_html
from sizewise.ui.lab.drawing import ink

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

OF_TRIAL: Mapping[Timed, Any] = {
    "first": first_token,
    "per_token": per_token,
    "latency": latency,
}
MOST_DOTS = 400
"""Replies of a row up to which each is drawn as a dot."""
LINE = 46
"""Pixels of a row."""


def draw_distribution(log: Log, timed: Timed) -> None:
    """A row for each cell: every reply a dot, the middle half a box, the median its line."""
    found = {cell: _values(trials, timed) for cell, trials in sorted(cells(log.trials).items())}
    found = {cell: values for cell, values in found.items() if values}
    if not found:
        return
    _title(f"{TIMED[timed]} of each reply, in seconds")
    counted = number_of(sum(map(len, found.values())), "reply", "replies")
    alt = (
        f"{TIMED[timed]} of {counted}, a row for each model and task. The table below has medians."
    )
    _plot(distribution(found, ink()), alt, f"bench_spread_{timed}")


def _values(trials: Sequence[Trial], timed: Timed) -> list[float]:
    got = (OF_TRIAL[timed](trial) for trial in trials if trial.whole)
    return [value for value in got if value is not None]


def distribution(found: Mapping[Cell, Sequence[float]], ink: Ink) -> "Figure":
    """The chart of the values of each cell."""
    models = sorted({cell.model for cell in found})
    boxes = [
        _box(_name(cell, alone=len(models) == 1), values, models.index(cell.model), ink)
        for cell, values in reversed(list(found.items()))
    ]
    across = {**_axis(ink), "rangemode": "tozero", "gridcolor": ink.grid, "ticksuffix": " s"}
    up = {**_axis(ink), "automargin": True, "showgrid": False}
    return _figure(boxes, ink, 70 + LINE * len(found), xaxis=across, yaxis=up)


def _name(cell: Cell, *, alone: bool) -> str:
    busy = f" ×{cell.concurrency}" if cell.concurrency > 1 else ""
    who = "" if alone else Markup("<br>{}").format(cell.model)
    return f"{escape(cell.task)}{busy}{who}"


def _box(name: str, values: Sequence[float], place: int, ink: Ink) -> dict[str, Any]:
    colour = ink.lines[place % len(ink.lines)]
    return {
        "type": "box",
        "orientation": "h",
        "x": list(values),
        "name": name,
        "boxpoints": "all" if len(values) <= MOST_DOTS else "outliers",
        "jitter": 0.55,
        "pointpos": 0,
        "marker": {"color": colour, "size": 6, "opacity": 0.55},
        "line": {"color": ink.text, "width": 1.5},
        "fillcolor": "rgba(0,0,0,0)",
        "hovertemplate": Markup("%{x:.3~f} s<extra></extra>"),
    }


def draw_paths(rows: Sequence[Summary]) -> None:
    """Latency against throughput: a path for each model and task over the levels."""
    known = [row for row in rows if row.latency is not None]
    _title("Median latency against output tokens a second, along how many are asked at once")
    alt = "Paths of latency against throughput over concurrency. The tables have the same numbers."
    _plot(paths(known, ink()), alt, "bench_paths")


def paths(rows: Sequence[Summary], ink: Ink) -> "Figure":
    """The chart of those paths; a number beside each point says how many were asked at once."""
    ordered = sorted(rows, key=lambda row: row.cell)
    groups = groupby(ordered, key=lambda row: (row.cell.task, row.cell.model))
    lines = [
        _path(f"{model} · {task}", list(found), place, ink)
        for place, ((task, model), found) in enumerate(groups)
    ]
    across = {**_axis(ink), "title": {"text": "Output tokens a second"}, "rangemode": "tozero"}
    up = {**_axis(ink), "rangemode": "tozero", "gridcolor": ink.grid, "ticksuffix": " s"}
    legend = {"orientation": "h", "y": -0.28, "font": {"color": ink.text, "size": 14}}
    height = 380 + 24 * len(lines)
    return _figure(lines, ink, height, xaxis=across, yaxis=up, showlegend=True, legend=legend)


def _path(name: str, found: Sequence[Summary], place: int, ink: Ink) -> dict[str, Any]:
    colour = ink.lines[place % len(ink.lines)]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": escape(name),
        "x": [row.tokens_per_second for row in found],
        "y": [row.latency.median for row in found if row.latency],
        "text": [str(row.cell.concurrency) for row in found],
        "textposition": "top center",
        "textfont": {"color": ink.text, "size": 14},
        "line": {"color": colour, "width": 2.5, "dash": DASHES[place % len(DASHES)]},
        "marker": {"color": colour, "size": 9},
        "hovertemplate": Markup(
            "%{text} at once: %{y:.3~f} s, %{x:.1~f} tokens a second<extra></extra>"
        ),
    }


def draw_frontier(found: Sequence[CostQuality], best: Collection[CostQuality]) -> None:
    """Cost against quality, those that no other beats joined by a line."""
    _title("Share right against dollars for 1,000")
    alt = "Cost against quality, with the frontier. The table below has the same numbers."
    _plot(standing(found, best, ink()), alt, "bench_frontier")


def standing(found: Sequence[CostQuality], best: Collection[CostQuality], ink: Ink) -> "Figure":
    """The chart of the standings: a filled mark for whom nobody beats, an open one for others."""
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [float(each.cost) for each in found],
        "y": [float(each.quality) for each in found],
        "text": _names(found),
        "textposition": [_side(each, found) for each in found],
        "textfont": {"color": ink.text, "size": 14},
        "cliponaxis": False,
        "marker": {
            "size": 13,
            "color": ink.lines[0],
            "symbol": ["circle" if each in best else "circle-open" for each in found],
        },
        "hovertemplate": Markup("%{text}: $%{x:,.4~r}, %{y:.0~%}<extra></extra>"),
    }
    lines = [
        {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip",
            "x": [float(each.cost) for each in kept], "y": [float(each.quality) for each in kept],
            "line": {"color": ink.lines[0], "dash": "dot", "width": 2},
        }
        for _, group in groupby((each for each in found if each in best), lambda e: e.cell.task)
        if len(kept := list(group)) > 1
    ]  # fmt: skip
    across = {**_axis(ink), "title": {"text": "Dollars for 1,000"}, "tickprefix": "$"}
    across["rangemode"] = "tozero"
    up = {**_axis(ink), "range": [0, 1.12], "tickformat": ".0%", "gridcolor": ink.grid}
    return _figure([*lines, dots], ink, 380, xaxis=across, yaxis=up)


def _names(found: Sequence[CostQuality]) -> list[str]:
    """What stands beside each mark; marks in one place have one name."""
    first: dict[tuple[object, object], str] = {}
    for each in found:
        first.setdefault(each[1:3], label(each.cell))
    names = [label(each.cell) for each in found]
    return [
        escape(name) if first[each[1:3]] == name else ""
        for each, name in zip(found, names, strict=True)
    ]


def _side(each: CostQuality, found: Sequence[CostQuality]) -> str:
    """Names stand on the side where there is room."""
    left = 2 * each.cost <= max(other.cost for other in found)
    return "bottom right" if left else "top left"


def _axis(ink: Ink) -> dict[str, Any]:
    return {"fixedrange": True, "zeroline": False, "linecolor": ink.grid, "gridcolor": ink.grid}


def _figure(data: Sequence[Mapping[str, Any]], ink: Ink, height: int, **layout: Any) -> "Figure":
    return unchecked(data, ink, height, {"l": 64, "r": 16, "t": 20, "b": 56}, **layout)


def _title(words: str) -> None:
    show_html(Markup('<p class="chart-title" aria-hidden="true">{}</p>').format(words))


def _plot(chart: "Figure", alt: str, key: str) -> None:
    st.plotly_chart(chart, theme=None, config={"displayModeBar": False}, alt=alt, key=key)
