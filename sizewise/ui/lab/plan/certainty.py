"""How sure is the plan? Low, likely and high, and which guess matters most."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, few_or_many, whole_percent
from sizewise.sizing.plan.plan import Plan, PlanVariable
from sizewise.sizing.plan.uncertainty import Band, Swing, cost_band, tornado
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.tokenized import counts_html

HERE = Path(__file__).parent

NAMES: Mapping[PlanVariable, str] = {
    "calls_per_day": "Calls per day",
    "input": "Tokens in",
    "answer": "Answer tokens",
    "reasoning": "Hidden thinking",
    "growth": "More calls every month",
    "cached_share": "Cached share",
    "batch_share": "Batch share",
    "retry_share": "Calls sent again",
    "escalation_share": "Calls that go to the larger model",
}
SHARES = ("growth", "cached_share", "batch_share", "retry_share", "escalation_share")
TIMES = {
    "measured": (Decimal("0.9"), Decimal("1.1")),
    "estimated": (Decimal("0.75"), Decimal("1.25")),
    "guessed": (Decimal("0.5"), Decimal(2)),
}
"""How many times the likely number the low and the high one are."""
POINTS = {"measured": Decimal("0.02"), "estimated": Decimal("0.05"), "guessed": Decimal("0.15")}
"""A share is this much lower or higher: two, five or fifteen points of a hundred."""


def draw(planned: Planned, asked: Draft) -> None:
    """Draw the section."""
    st.header("How sure are these numbers?", anchor=False)
    st.segmented_control(
        "Where your numbers come from",
        list(scenario.SURE),
        format_func=lambda name: scenario.SURE[name],
        required=True,
        wrap=True,
        **asked.widget("sure"),
    )
    bands = bands_of(planned, asked.value("sure"))
    year = cost_band(planned.plan, bands, lambda plan: planned.cost(plan).year)
    swings = tornado(planned.plan, bands, lambda plan: planned.cost(plan).year)
    show_html(
        counts_html(
            {
                "A good year": dollars(year.low),
                "The likely year": dollars(year.mid),
                "A bad year": dollars(year.high),
            },
            "three",
        )
        + _widest_html(swings)
        + tornado_html(swings, year.mid)
    )


def bands_of(planned: Planned, sure: str) -> dict[PlanVariable, Band]:
    """Low, likely and high of every number that the plan uses and that can be off."""
    bands = {name: band_of(planned.plan, name, sure) for name in NAMES}
    if planned.larger is None:
        del bands["escalation_share"]
    if planned.price.batch_input is None:
        del bands["batch_share"]
    return {name: band for name, band in bands.items() if band.low < band.high and _used(band)}


def _used(band: Band) -> bool:
    """A number that the plan leaves at nothing is a decision, not a guess."""
    return band.mid != 0


def band_of(plan: Plan, name: PlanVariable, sure: str) -> Band:
    """One number's band; shares stay within 0 and 1, and growth moves by points too."""
    value = Decimal(getattr(plan, name))
    if name not in SHARES:
        low, high = TIMES[sure]
        return Band(value * low, value, value * high)
    least = Decimal(-1) if name == "growth" else Decimal(0)
    most = Decimal(10) if name == "growth" else Decimal(1)
    return Band(max(least, value - POINTS[sure]), value, min(most, value + POINTS[sure]))


def _widest_html(swings: Sequence[Swing]) -> Markup:
    if not swings or not swings[0].width:
        return Markup('<p class="verdict">Nothing of this plan moves its cost.</p>')
    first = swings[0]
    return Markup(
        '<p class="verdict">Look at <b>{}</b>'
        " first: it alone moves the year by {}. Measure it before you polish the rest."
        "</p>"
    ).format(NAMES[first.variable].lower(), dollars(first.width))


def tornado_html(swings: Sequence[Swing], likely: Decimal) -> Markup:
    """A bar for each guess around the likely cost, in a table with its numbers."""
    if not swings:
        return Markup()
    low = min(likely, *(min(each.at_low, each.at_high) for each in swings))
    high = max(likely, *(max(each.at_low, each.at_high) for each in swings))
    whole = high - low or Decimal(1)
    return filled(
        HERE / "tornado.html",
        likely=dollars(likely),
        line=css_share((likely - low) / whole),
        rows=[_row(each, low, whole) for each in swings],
    )


def _row(swing: Swing, low: Decimal, whole: Decimal) -> Mapping[str, str]:
    """A guess: its name, how far it was moved, where its bar stands, and what it then costs."""
    ends = sorted((swing.at_low, swing.at_high))
    width = max((ends[1] - ends[0]) / whole, Decimal("0.004"))
    band = swing.band
    return {
        "name": NAMES[swing.variable],
        "moved": f"{_value(swing.variable, band.low)} to {_value(swing.variable, band.high)}",
        "left": css_share((ends[0] - low) / whole),
        "width": css_share(width),
        "costs": f"{dollars(swing.at_low)} to {dollars(swing.at_high)}",
    }


def _value(name: str, value: Decimal) -> str:
    return whole_percent(value) if name in SHARES else few_or_many(value)
