"""The chart of monthly cost against calls, one line a model, each named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sizewise.ground.written import dollars, number_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
"""Lines differ by their dashes too, never by colour alone."""
HEIGHT, TOP, BOTTOM, RIGHT, LEFT = 420, 44, 56, 132, 64
LABEL = 20
"""Pixels between two names."""
FONT = "Atkinson Hyperlegible Next, sans-serif"


@dataclass(frozen=True)
class ModelLine:
    """A model's name, its cost for one call in US dollars, its place, whether it is the chosen one.

    The place decides on colour and dashes, so that a model keeps them when the order changes.
    """

    name: str
    per_call: Decimal
    place: int = 0
    chosen: bool = False


@dataclass(frozen=True)
class Ink:
    """Colours of a theme: text, grid, and one for each line."""

    text: str
    muted: str
    grid: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Span:
    """The chart's corners as powers of ten: calls from and to, dollars from and to."""

    x0: int
    x1: int
    y0: float
    y1: float


def alt(lines: Sequence[ModelLine], calls: int) -> str:
    """The chart in words."""
    costs = ", ".join(f"{line.name} {dollars(line.per_call * calls)}" for line in lines)
    return (
        "Line chart: cost per month against calls per month. "
        f"At {number_of(calls, 'call')}: {costs}. "
        "The table below has the same numbers."
    )


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Places as near as may be to the wanted ones, in the same order, at least `gap` apart."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    groups: list[tuple[float, list[int]]] = []
    for index in order:
        groups.append((wanted[index], [index]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], gap):
            groups[-2:] = [_joined(groups[-2][1] + groups[-1][1], wanted)]
    placed = dict.fromkeys(order, 0.0)
    for middle, members in groups:
        first = middle - gap * (len(members) - 1) / 2
        placed.update({index: first + gap * k for k, index in enumerate(members)})
    return [placed[index] for index in range(len(wanted))]


def _touch(lower: tuple[float, list[int]], upper: tuple[float, list[int]], gap: float) -> bool:
    half = gap * (len(lower[1]) + len(upper[1])) / 2
    return upper[0] - lower[0] < half


def _joined(members: list[int], wanted: Sequence[float]) -> tuple[float, list[int]]:
    return sum(wanted[index] for index in members) / len(members), members


def span(lines: Sequence[ModelLine], calls: int) -> Span:
    """A thousand to ten million calls, or further when the volume lies outside."""
    x0, x1 = min(3, floor(log10(calls))), max(7, ceil(log10(calls)))
    costs = [log10(float(line.per_call)) for line in lines]
    return Span(x0, x1, min(costs) + x0 - 0.25, max(costs) + x1 + 0.25)


def figure(lines: Sequence[ModelLine], calls: int, ink: Ink) -> "Figure":
    """The chart, with the volume of `calls` marked. Every line needs a cost above 0."""
    import plotly.graph_objects as go

    at = span(lines, calls)
    chart = go.Figure()
    for line in lines:
        _draw(chart, line, _style(line.place, ink), (10.0**at.x0, 10.0**at.x1), calls)
    _names(chart, lines, at, ink)
    _volume(chart, calls, at, ink)
    _axes(chart, at, ink)
    return chart


def _style(place: int, ink: Ink) -> dict[str, str]:
    return {"color": ink.lines[place % len(ink.lines)], "dash": DASHES[place % len(DASHES)]}


def _draw(
    chart: "Figure", line: ModelLine, style: dict[str, str], ends: tuple[float, float], calls: int
) -> None:
    xs = sorted({ends[0], float(calls), ends[1]})
    width = 4 if line.chosen else 2
    chart.add_scatter(
        x=xs,
        y=[float(line.per_call) * x for x in xs],
        mode="lines",
        line={**style, "width": width},
        hoverinfo="skip",
    )
    chart.add_scatter(
        x=[calls],
        y=[float(line.per_call) * calls],
        mode="markers",
        marker={"color": style["color"], "size": 13 if line.chosen else 9},
        hovertemplate=Markup("{}: {} a month<extra></extra>").format(
            line.name, dollars(line.per_call * calls)
        ),
    )


def _names(chart: "Figure", lines: Sequence[ModelLine], at: Span, ink: Ink) -> None:
    pixels = (HEIGHT - TOP - BOTTOM) / (at.y1 - at.y0)
    ends = [log10(float(line.per_call)) + at.x1 for line in lines]
    labels = spread([end * pixels for end in ends], LABEL)
    for line, end, label in zip(lines, ends, labels, strict=True):
        chart.add_annotation(
            x=at.x1,
            y=end,
            ax=16,
            ay=end * pixels - label,
            text=Markup("<b>{}</b>").format(line.name) if line.chosen else escape(line.name),
            font={"size": 14, "color": ink.text},
            xanchor="left",
            align="left",
            arrowhead=0,
            arrowwidth=2,
            arrowcolor=_style(line.place, ink)["color"],
            standoff=1,
            borderpad=2,
        )


def _volume(chart: "Figure", calls: int, at: Span, ink: Ink) -> None:
    place = log10(calls)
    left = place - at.x0 > (at.x1 - at.x0) / 2
    chart.add_vline(x=calls, line_width=1.5, line_dash="dot", line_color=ink.muted)
    chart.add_annotation(
        x=place,
        yref="paper",
        y=1,
        yanchor="bottom",
        xanchor="right" if left else "left",
        text=f"your {number_of(calls, 'call')}",
        showarrow=False,
        font={"size": 14, "color": ink.text},
    )


def _axes(chart: "Figure", at: Span, ink: Ink) -> None:
    powers = range(ceil(at.y0), floor(at.y1) + 1)
    shared = {"type": "log", "fixedrange": True, "zeroline": False, "linecolor": ink.grid}
    chart.update_xaxes(
        **shared,
        title={"text": "Calls per month"},
        range=[at.x0, at.x1],
        showgrid=False,
        tickvals=[10**power for power in range(at.x0, at.x1 + 1)],
        ticktext=[_short(10**power) for power in range(at.x0, at.x1 + 1)],
    )
    chart.update_yaxes(
        **shared,
        range=[at.y0, at.y1],
        gridcolor=ink.grid,
        tickvals=[10.0**power for power in powers],
        ticktext=[_tick(power) for power in powers],
    )
    chart.update_layout(
        showlegend=False,
        height=HEIGHT,
        margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        font={"family": FONT, "size": 14, "color": ink.muted},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hovermode="closest",
        dragmode=False,
    )


def _short(number: int) -> str:
    for size, word in ((10**9, "B"), (10**6, "M"), (10**3, "k")):
        if number >= size:
            return f"{number // size}{word}"
    return str(number)


def _tick(power: int) -> str:
    return dollars(Decimal(10) ** power).removesuffix(".00")
