"""Small charts of a view: lines on even axes, each named at its end. Plotly loads at first use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from sizewise.ground.written import dollars, number
from sizewise.ui.kit.chart import Ink, end_name, line_style, mark_words, spread, unchecked

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEIGHT, TOP, BOTTOM, LEFT = 340, 34, 52, 70
LABEL = 20
"""Pixels between two names."""
LETTER = 7.6
"""Pixels of a letter, on average."""
MOST_LABEL = 150
"""Pixels kept for the names at most."""


@dataclass(frozen=True)
class Curve:
    """A named line through points, in dollars; its place decides on colour and dashes."""

    name: str
    xs: Sequence[float]
    ys: Sequence[float]
    place: int = 0
    strong: bool = False


@dataclass(frozen=True)
class Mark:
    """A value on the horizontal axis that is marked with a dotted line and words."""

    at: float
    words: str


class Upwards(NamedTuple):
    """The vertical axis: its least value, and how a value is written there and when pointed at."""

    least: float
    words: Callable[[float], str]
    hover: str


def _dollars(value: float) -> str:
    return dollars(Decimal(repr(round(value, 12)))).removesuffix(".00")


DOLLARS = Upwards(0.0, _dollars, "$%{y:,.4~r}")


def figure(
    curves: Sequence[Curve],
    ink: Ink,
    across: str,
    mark: Mark | None = None,
    up: Upwards = DOLLARS,
) -> "Figure":
    """The chart; `across` names the horizontal axis, the vertical one is in US dollars or `up`."""
    right = max(curve.xs[-1] for curve in curves)
    most = max(max(curve.ys) for curve in curves)
    top = most + 0.04 * (most - up.least) or 1.0
    names = _names(curves, (up.least, top), ink)
    marks = [mark_words(mark.words, mark.at, ink, left=mark.at > right / 2)] if mark else []
    return unchecked(
        [_line(curve, ink, up) for curve in curves],
        ink,
        HEIGHT,
        {"l": LEFT, "r": _room(curves), "t": TOP, "b": BOTTOM},
        xaxis={**_axis(ink), "title": {"text": across}, **_ticks_across(curves)},
        yaxis={**_axis(ink), "gridcolor": ink.grid, **_ticks_up(top, up)},
        annotations=[*names, *marks],
        shapes=[_mark_line(mark, ink)] if mark else [],
    )


def steps(top: float, most: int = 5) -> list[float]:
    """Round values from 0 up to `top`, at most so many besides the 0."""
    if top <= 0:
        return [0.0]
    rough = top / most
    power = 10.0 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 2.5, 5, 10) if times * power >= rough * 0.999)
    return [step * number for number in range(floor(top / step * 1.001) + 1)]


def _line(curve: Curve, ink: Ink, up: Upwards) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": list(curve.xs),
        "y": list(curve.ys),
        "mode": "lines",
        "name": curve.name,
        "line": {**line_style(curve.place, ink), "width": 4 if curve.strong else 2},
        "hovertemplate": Markup("{}: {}<extra></extra>").format(curve.name, up.hover),
    }


def _names(curves: Sequence[Curve], span: tuple[float, float], ink: Ink) -> list[dict[str, Any]]:
    pixels = (HEIGHT - TOP - BOTTOM) / (span[1] - span[0])
    places = spread([curve.ys[-1] * pixels for curve in curves], LABEL)
    return [
        {
            "x": curve.xs[-1],
            "y": curve.ys[-1],
            "ax": 14,
            "ay": curve.ys[-1] * pixels - place,
            **end_name(curve.name, curve.strong, curve.place, ink),
        }
        for curve, place in zip(curves, places, strict=True)
    ]


def _room(curves: Sequence[Curve]) -> int:
    longest = max(len(part) for curve in curves for part in curve.name.split(Markup("<br>")))
    return min(MOST_LABEL, ceil(longest * LETTER)) + 24


def _mark_line(mark: Mark, ink: Ink) -> dict[str, Any]:
    line = {"color": ink.muted, "width": 1.5, "dash": "dot"}
    return {
        "type": "line", "x0": mark.at, "x1": mark.at, "y0": 0, "y1": 1, "yref": "paper",
        "line": line,
    }  # fmt: skip


def _axis(ink: Ink) -> dict[str, Any]:
    return {
        "fixedrange": True, "zeroline": False, "linecolor": ink.grid, "showgrid": True,
        "gridcolor": "rgba(0,0,0,0)",
    }  # fmt: skip


def _ticks_across(curves: Sequence[Curve]) -> dict[str, Any]:
    left = min(curve.xs[0] for curve in curves)
    right = max(curve.xs[-1] for curve in curves)
    values = [value for value in steps(right, 6) if value >= left]
    return {
        "range": [left, right],
        "tickvals": values,
        "ticktext": [number(value) for value in values],
    }


def _ticks_up(top: float, up: Upwards) -> dict[str, Any]:
    values = [up.least + value for value in steps(top - up.least)]
    return {"range": [up.least, top], "tickvals": values, "ticktext": list(map(up.words, values))}
