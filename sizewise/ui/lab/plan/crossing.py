"""Break-even: where two models cost the same, and who is cheaper on either side."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, cast

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, listed, percent, rate
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.workload import CACHE_FROM, CACHE_STEP
from sizewise.sizing.plan.break_even import Axis, BreakEven, Offer, Whose, break_even, monthly_cost
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.plot import Curve, Mark
from sizewise.ui.kit.table import table_html
from sizewise.ui.lab.drawing import draw_curves
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.fields import choose, choose_other, sum_of_money
from sizewise.ui.lab.plan.notes import notes_on_models
from sizewise.ui.lab.plan.planned import Planned

POINTS = 60
"""Points of each line; long-context rates bend them."""
FIELDS: Mapping[str, str] = {
    "input": "input",
    "answer": "answer",
    "reasoning": "reasoning",
    "calls_per_month": "calls_per_month",
}
ROOMY: Mapping[str, Fraction] = {"reasoning": Fraction(2000), "answer": Fraction(1000)}
"""How far a line goes at least, in tokens."""


def draw(planned: Planned, asked: Draft) -> None:
    """Draw the section."""
    st.header("When does another model become cheaper?", anchor=False)
    versus, axis, whose, fixed = _ask(planned, asked)
    try:
        price = versus.price_on(house.today())
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is nothing to compare.", icon=":material/event_busy:")
        return
    first = offer(planned, planned.profile, planned.price)
    second = offer(planned, versus, price, fixed)
    if first.name == second.name and not fixed:
        st.info("Choose two different models.", icon=":material/balance:")
        return
    found = break_even(first, second, axis, whose)
    told = _verdict_html(found, axis) + _steps_html(found, first, axis)
    show_html(told + _notes_html(versus, price, planned.plan.usage) + _rates_html(first, second))
    _draw(first, second, axis, whose, found)


def _ask(planned: Planned, asked: Draft) -> tuple[ModelProfile, Axis, Whose, Decimal]:
    names = {"first": planned.profile.name, "both": "Both alike"}
    first, second = st.columns(2)
    third, fourth = st.columns(2)
    with first:
        model = choose_other(f"{planned.profile.name} against", "versus", asked)
    versus = house.library().catalogue.model(model)
    with second:
        axis = choose("What varies", "vary", asked, list(scenario.AXES), scenario.AXES.__getitem__)
    with third:
        sides = ("second", "first", "both")
        whose = choose(
            "On which model", "whose", asked, sides, lambda side: names.get(side, versus.name)
        )
    with fourth:
        label = f"{versus.name}: dollars a month whatever is sent"
        fixed = sum_of_money(label, "fixed", asked)
    return versus, cast("Axis", axis), cast("Whose", whose), fixed


def offer(
    planned: Planned, profile: ModelProfile, price: Price, fixed: Decimal = Decimal(0)
) -> Offer:
    """The plan's calls, sent at once, on a model."""
    plan = planned.plan
    return Offer(
        profile.name,
        price,
        plan.input,
        plan.answer,
        plan.reasoning,
        plan.cached_share,
        round(plan.calls_per_month),
        fixed,
    )


def moved(offered: Offer, axis: Axis, value: Fraction) -> Fraction:
    """An offer's monthly cost with one thing at that value, exactly."""
    if axis == "cached_share":
        return monthly_cost(_with(offered, cached_share=value))
    return monthly_cost(_with(offered, **{FIELDS[axis]: round(value)}))


def _with(offered: Offer, **changed: Any) -> Offer:
    return Offer(**{**vars(offered), **changed})


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def reach(found: BreakEven, first: Offer, axis: Axis) -> Fraction:
    """How far the lines go: beyond every break-even and beyond the plan's own value."""
    if axis == "cached_share":
        return Fraction(1)
    own = Fraction(getattr(first, FIELDS[axis]))
    return max(2 * own, 2 * max(found.points, default=Fraction(0)), ROOMY.get(axis, Fraction(10)))


def words_of(value: Fraction, axis: str) -> str:
    """A value of the variable as people read it: whole tokens and calls, shares in percent."""
    return percent(value) if axis == "cached_share" else grouped(round(value))


def _verdict_html(found: BreakEven, axis: Axis) -> Markup:
    at = listed([words_of(point, axis) for point in found.points])
    where = (
        Markup("<b>Break-even at {} {}.</b> ").format(at, scenario.AXES[axis]) if at else Markup()
    )
    return Markup('<p class="verdict">{}{}</p>').format(where, found.why)


def _steps_html(found: BreakEven, offered: Offer, axis: Axis) -> Markup:
    """Why lines that should be straight are not, where a cache serves a part of what grows."""
    if axis != "cached_share" and not (axis == "input" and offered.cached_share):
        return Markup()
    either = f" {decided_by_steps(found)}" if found.undecided else ""
    return Markup(
        '<p class="fine">A cache starts at {} repeated tokens and goes on in steps of {}.{}</p>'
    ).format(grouped(CACHE_FROM), CACHE_STEP, either)


def decided_by_steps(found: BreakEven) -> str:
    """At which sizes of the input the steps of a cache are more than the gap of the two bills."""
    spans = listed([_span(low, high) for low, high in found.undecided])
    where = spans[0].upper() + spans[1:]
    return f"{where} those steps decide, and either model may be the cheaper one."


def _span(low: Fraction, high: Fraction | None) -> str:
    start = f"from {grouped(floor(low))}"
    return f"{start} upwards" if high is None else f"{start} to {grouped(ceil(high))}"


def _notes_html(versus: ModelProfile, price: Price, usage: Usage) -> Markup:
    """What to know of the other model; the receipt above has it of the plan's own ones."""
    notes = notes_on_models([(versus, price)], usage)
    return Markup().join(Markup('<p class="fine">{}</p>').format(note) for note in notes)


def _rates_html(first: Offer, second: Offer) -> Markup:
    listed = "; ".join(
        f"{each.name} {rate(each.price.input)} in, {rate(each.price.output)} out"
        for each in (first, second)
    )
    return Markup('<p class="fine">List prices per million tokens: {}.</p>').format(listed)


def _draw(first: Offer, second: Offer, axis: Axis, whose: Whose, found: BreakEven) -> None:
    top = reach(found, first, axis)
    values = sorted({top * step / POINTS for step in range(POINTS + 1)} | set(found.points))
    shown = [100 * value if axis == "cached_share" else value for value in values]
    across = scenario.AXES[axis] + (", percent" if axis == "cached_share" else "")
    lines = {
        each.name: [moved(each, axis, value) if moves else monthly_cost(each) for value in values]
        for each, moves in ((first, whose != "second"), (second, whose != "first"))
    }
    curves = [
        Curve(name, [float(x) for x in shown], [float(y) for y in ys], place, strong=not place)
        for place, (name, ys) in enumerate(lines.items())
    ]
    draw_curves(
        "Cost of a month",
        curves,
        across[0].upper() + across[1:],
        alt=f"Line chart: monthly cost of {first.name} and {second.name} against "
        f"{scenario.AXES[axis]}. {found.why} The table below has the numbers.",
        key="lab_plan_even",
        mark=_mark(found, axis),
    )
    picked = sorted({Fraction(0), *found.points, top / 2, top})
    show_html(_table_html(picked, lines, values, axis))


def _mark(found: BreakEven, axis: Axis) -> Mark | None:
    if found.at is None:
        return None
    at = 100 * found.at if axis == "cached_share" else found.at
    return Mark(float(at), f"break-even, {words_of(found.at, axis)}")


def _table_html(
    picked: list[Fraction],
    lines: Mapping[str, list[Fraction]],
    values: list[Fraction],
    axis: Axis,
) -> Markup:
    rows = (
        (
            words_of(value, axis),
            *(dollars(_decimal(ys[values.index(value)])) for ys in lines.values()),
        )
        for value in picked
    )
    heads = (scenario.AXES[axis].capitalize(), *lines)
    return table_html("Monthly cost at some values", heads, rows)
