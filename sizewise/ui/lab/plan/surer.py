"""The rungs that pay for being sure, with their fields."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import streamlit as st

from sizewise.ground.written import dollars, number_of, percent
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.limit_notes import too_long
from sizewise.sizing.cost.retries import Ladder
from sizewise.sizing.plan.surer import checked_cascade, unbilled_retries
from sizewise.sizing.plan.verified import VerifiedCascade
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.frame.draft import Draft
from sizewise.ui.lab.plan import fields
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.plan.rung import Rung

CHECK_OUTPUT = 1
"""Tokens of a check's verdict: yes or no. Hidden thinking comes before it, as before an answer."""


def ask(asked: Draft) -> None:
    """Draw the fields."""
    left, middle, right = st.columns(3)
    with left:
        fields.percent("Tries that come out usable", "usable", asked)
        fields.number("Tries at most", "tries", asked)
    with middle:
        fields.percent("Right answers of the small model", "right", asked)
        fields.percent("Right answers of the large model", "better", asked)
    with right:
        fields.percent("Wrong answers that the check catches", "caught", asked)
        fields.percent("Right answers that it doubts", "doubted", asked)


def unbilled(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    """Failed tries that cost nothing."""
    plan, ladder = planned.plan, Ladder(_share(asked["usable"]), asked["tries"])
    calls = round(plan.calls_per_month)
    saving = unbilled_retries(calls, ladder, plan.usage, planned.price)
    deed = (
        f"Send again what fails, {number_of(asked['tries'], 'try', 'tries')} at most. An error of "
        "the provider, such as 503, is mostly not billed; a reply that you cannot use always is."
    )
    never = f"{percent(ladder.all_fail)} of calls get no usable reply at all. Each try takes time."
    return Rung(saving.name, deed, saving, never)


def checked(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    """A small model whose answers are checked."""
    title = "A small model with a check"
    deed = (
        "The small model answers, and reads its own answer again as a check. What the check doubts "
        "goes to the larger model. Against the larger model answering all."
    )
    if planned.larger_price is None:
        return Rung(title, deed, None, "Choose a larger model above.")
    plan = planned.plan
    if planned.larger and (never := " ".join(too_long(planned.larger, plan.usage))):
        return Rung(title, deed, None, f"{never} So it cannot answer all.")
    cascade = VerifiedCascade(
        *(Fraction(asked[name], 100) for name in ("right", "better", "caught", "doubted"))
    )
    thought = plan.reasoning
    check = Usage(plan.input + plan.answer, output=CHECK_OUTPUT + thought, reasoning=thought)
    if never := " ".join(too_long(planned.profile, check)):
        return Rung(title, deed, None, f"{never} So it cannot check what it wrote.")
    each = tuple(
        estimate(usage, price).total
        for usage, price in (
            (plan.usage, planned.price),
            (check, planned.price),
            (plan.usage, planned.larger_price),
        )
    )
    saving = checked_cascade(round(plan.calls_per_month), cascade, *each)
    return Rung(saving.name, deed, saving, _quality(cascade, each))


def _quality(cascade: VerifiedCascade, each: tuple[Decimal, ...]) -> str:
    """How often it is right in the end, and what that closes of the gap."""
    sent = f"{percent(cascade.escalated)} of calls are sent on"
    right = f"{percent(cascade.accuracy)} of answers are right in the end"
    closed = cascade.recovered
    gap = (
        "the larger model is no better, so there is no gap to close"
        if closed is None
        else f"{percent(closed)} of the gap between the two models is closed"
    )
    return f"{sent}, {right}: {gap}. A check costs {dollars(each[1])}."


def _share(whole: int) -> Decimal:
    return Decimal(whole) / 100
