"""Twelve months: the cost of each, and how far a budget goes."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, few_or_many, grouped, number_of
from sizewise.sizing.plan.plan import MONTHS, calls_within, months_of_calls, plan_cost
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.plot import Curve
from sizewise.ui.kit.table import table_html
from sizewise.ui.lab.drawing import draw_curves
from sizewise.ui.lab.plan.fields import sum_of_money
from sizewise.ui.lab.plan.planned import Planned

HEADS = ("Month", "Calls", "Cost", "So far")


def draw(planned: Planned, asked: Draft) -> None:
    """Draw the section."""
    cost = planned.cost()
    st.header("Twelve months", anchor=False)
    curves = _curves(planned, cost.months)
    words = "; ".join(f"{each.name} {dollars(_dollars(each))}" for each in curves)
    draw_curves(
        "Cost of each month, at today’s prices",
        curves,
        "Month",
        alt=f"Line chart: the cost of each of twelve months. In month 12: {words}. "
        "The table below has the months of the plan.",
        key="lab_plan_year",
    )
    _draw_budget(planned, asked)
    show_html(_table_html(planned, cost.months))


def _curves(planned: Planned, months: Sequence[Decimal]) -> list[Curve]:
    numbers = range(1, MONTHS + 1)
    curves = [Curve("this plan", numbers, [float(each) for each in months], 1, strong=True)]
    if planned.larger is not None and planned.larger_price is not None:
        alone = planned.plan.having("escalation_share", Decimal(0)).having(
            "batch_share", Decimal(0)
        )
        all_larger = plan_cost(alone, planned.larger_price).months
        ys = [float(each) for each in all_larger]
        curves.append(Curve(Markup("all on<br>{}").format(planned.larger.name), numbers, ys, 0))
    return curves


def _dollars(curve: Curve) -> Decimal:
    return Decimal(repr(curve.ys[-1]))


def _draw_budget(planned: Planned, asked: Draft) -> None:
    left, right = st.columns([4, 8], gap="large", vertical_alignment="center")
    with left:
        budget = sum_of_money("Budget a month, in dollars", "budget", asked)
    with right:
        show_html(Markup('<p class="verdict">{}</p>').format(budget_words(planned, budget)))


def budget_words(planned: Planned, budget: Decimal) -> Markup:
    """How many calls a monthly budget pays for, and when the plan outgrows it."""
    cost = planned.cost()
    calls = calls_within(budget, cost.per_call)
    if calls is None:
        return Markup("A call of this plan costs nothing, so any budget is enough.")
    said = Markup("{} a month pay for <b>{}</b> of this plan").format(
        dollars(budget), number_of(calls, "call")
    )
    per_day = grouped(calls // planned.plan.days)
    outgrown = next((n for n, each in enumerate(cost.months, start=1) if each > budget), None)
    if outgrown is None:
        return Markup("{}, {} a day: enough for all twelve months.").format(said, per_day)
    when = "already in the first month" if outgrown == 1 else f"in month {outgrown}"
    return Markup("{}, {} a day. The plan needs more {}.").format(said, per_day, when)


def _table_html(planned: Planned, months: Sequence[Decimal]) -> Markup:
    most = max(months) or Decimal(1)
    rows = (
        (
            str(number),
            few_or_many(calls),
            dollars(cost) + meter_html(cost / most, "strong"),
            dollars(so_far),
        )
        for number, (calls, cost, so_far) in enumerate(
            zip(months_of_calls(planned.plan), months, accumulate(months), strict=True), start=1
        )
    )
    return table_html("Cost month by month", HEADS, rows)
