"""The chart of monthly cost against calls, one line a model, each named at its end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

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
    at = span(lines, calls)
    drawn = [
        trace for line in lines for trace in _traces(line, line_style(line.place, ink), at, calls)
    ]
    return unchecked(
        drawn,
        ink,
        HEIGHT,
        {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        xaxis=_calls_axis(at, ink),
        yaxis=_cost_axis(at, ink),
        annotations=[*_names(lines, at, ink), _volume_words(calls, at, ink)],
        shapes=[_volume_line(calls, ink)],
    )


def unchecked(
    data: Sequence[Mapping[str, Any]],
    ink: Ink,
    height: int,
    margin: Mapping[str, int],
    **layout: Any,
) -> "Figure":
    """A figure in the house's frame, which Plotly takes as it is.

    To check each value would take it longer than all else that the server does after a slider has
    moved. The tests let it check what we draw.
    """
    from plotly.graph_objects import Figure

    frame = {
        "template": None,
        "showlegend": False,
        "height": height,
        "margin": dict(margin),
        "font": {"family": FONT, "size": 14, "color": ink.muted},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "closest",
        "dragmode": False,
    }
    return Figure({"data": list(data), "layout": {**frame, **layout}}, _validate=False)


def line_style(place: int, ink: Ink) -> dict[str, str]:
    """Colour and dashes of the line at a place."""
    return {"color": ink.lines[place % len(ink.lines)], "dash": DASHES[place % len(DASHES)]}


def end_name(name: str, strong: bool, place: int, ink: Ink) -> dict[str, Any]:
    """How the name of a line looks at its end, with a stroke of the line's colour."""
    return {
        "text": Markup("<b>{}</b>").format(name) if strong else escape(name),
        "font": {"size": 14, "color": ink.text},
        "xanchor": "left",
        "align": "left",
        "arrowhead": 0,
        "arrowwidth": 2,
        "arrowcolor": line_style(place, ink)["color"],
        "standoff": 1,
        "borderpad": 2,
    }


def mark_words(words: str, x: float, ink: Ink, *, left: bool) -> dict[str, Any]:
    """Words above the chart, at the left of a marked value or at its right."""
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "right" if left else "left",
        "text": words,
        "showarrow": False,
        "font": {"size": 14, "color": ink.text},
    }


def _traces(
    line: ModelLine, style: dict[str, str], at: Span, calls: int
) -> Iterator[dict[str, Any]]:
    xs = sorted({10.0**at.x0, float(calls), 10.0**at.x1})
    yield {
        "type": "scatter",
        "x": xs,
        "y": [float(line.per_call) * x for x in xs],
        "mode": "lines",
        "line": {**style, "width": 4 if line.chosen else 2},
        "hoverinfo": "skip",
    }
    told = Markup("{}: {} a month<extra></extra>")
    yield {
        "type": "scatter",
        "x": [calls],
        "y": [float(line.per_call) * calls],
        "mode": "markers",
        "marker": {"color": style["color"], "size": 13 if line.chosen else 9},
        "hovertemplate": told.format(line.name, dollars(line.per_call * calls)),
    }


def _names(lines: Sequence[ModelLine], at: Span, ink: Ink) -> Iterator[dict[str, Any]]:
    pixels = (HEIGHT - TOP - BOTTOM) / (at.y1 - at.y0)
    ends = [log10(float(line.per_call)) + at.x1 for line in lines]
    labels = spread([end * pixels for end in ends], LABEL)
    for line, end, label in zip(lines, ends, labels, strict=True):
        yield {
            "x": at.x1,
            "y": end,
            "ax": 16,
            "ay": end * pixels - label,
            **end_name(line.name, line.chosen, line.place, ink),
        }


def _volume_line(calls: int, ink: Ink) -> dict[str, Any]:
    return {
        "type": "line", "x0": calls, "x1": calls, "y0": 0, "y1": 1, "yref": "y domain",
        "line": {"color": ink.muted, "width": 1.5, "dash": "dot"},
    }  # fmt: skip


def _volume_words(calls: int, at: Span, ink: Ink) -> dict[str, Any]:
    place = log10(calls)
    left = place - at.x0 > (at.x1 - at.x0) / 2
    return mark_words(f"your {number_of(calls, 'call')}", place, ink, left=left)


def _axis(ink: Ink) -> dict[str, Any]:
    return {"type": "log", "fixedrange": True, "zeroline": False, "linecolor": ink.grid}


def _calls_axis(at: Span, ink: Ink) -> dict[str, Any]:
    powers = range(at.x0, at.x1 + 1)
    return {
        **_axis(ink),
        "title": {"text": "Calls per month"},
        "range": [at.x0, at.x1],
        "showgrid": False,
        "tickvals": [10**power for power in powers],
        "ticktext": [_short(10**power) for power in powers],
    }


def _cost_axis(at: Span, ink: Ink) -> dict[str, Any]:
    powers = range(ceil(at.y0), floor(at.y1) + 1)
    return {
        **_axis(ink),
        "range": [at.y0, at.y1],
        "gridcolor": ink.grid,
        "tickvals": [10.0**power for power in powers],
        "ticktext": [_tick(power) for power in powers],
    }


def _short(number: int) -> str:
    for size, word in ((10**9, "B"), (10**6, "M"), (10**3, "k")):
        if number >= size:
            return f"{number // size}{word}"
    return str(number)


def _tick(power: int) -> str:
    return dollars(Decimal(10) ** power).removesuffix(".00")
