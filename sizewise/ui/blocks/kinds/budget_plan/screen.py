"""The budget plan on screen: five steps, one below the other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.chance import wilson
from sizewise.ground.written import dollars, grouped, rate
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan, PlanEvent
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.ui import house, session
from sizewise.ui.blocks.kinds.budget_plan import inputs
from sizewise.ui.blocks.kinds.budget_plan.onepage import draw_one_page
from sizewise.ui.blocks.kinds.budget_plan.saying import (
    BudgetVerdict,
    budget_verdict,
    month_lines,
    proof_verdict,
    size_words,
    strike_verdict,
)
from sizewise.ui.blocks.kinds.budget_plan.sketch import (
    Evidence,
    Sketch,
    photo_tokens,
    sketch,
    strike,
)
from sizewise.ui.blocks.verdict import numbers_html, told_html
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html

HERE = Path(__file__).parent

STEPS = ("Choose", "Count the cost", "Prove it", "What may happen", "The plan on one page")


def draw(block: BudgetPlan, key: str) -> None:
    """All steps; each follows from those above it."""
    show_html(Markup('<p class="labtag">Your plan: what you set stays while this tab is open</p>'))
    _step(0)
    profile = inputs.ask_model(block, key)
    show_html(facts_html(block, profile))
    _step(1)
    numbers = inputs.ask_numbers(block, profile, key)
    made = sketch(block, profile, house.today(), numbers)
    show_html(bill_html(made) + _told(budget_verdict(made)))
    _step(2)
    test = inputs.ask_evidence(key)
    show_html(_told(proof_verdict(test)) + scale_html(test))
    _step(3)
    _events(block, made, key)
    _step(4)
    words = inputs.ask_words(key)
    draw_one_page(block, made, test, words, key)


def _step(number: int) -> None:
    show_html(Markup('<h3 class="step"><b>{}</b>{}</h3>').format(number + 1, STEPS[number]))


def _told(verdict: BudgetVerdict) -> Markup:
    css, sign, word, said = verdict
    return told_html(css, sign, word, said)


def facts_html(block: BudgetPlan, profile: ModelProfile) -> Markup:
    """What the catalogue says of a model that a school's plan must know. Raises PriceUnknown."""
    day = house.today()
    price = profile.price_on(day)
    photo = photo_tokens(profile, block)
    pairs = {
        "A million tokens in": rate(price.input),
        "A million tokens out": rate(price.output),
        f"A photo of {grouped(block.width)} × {grouped(block.height)}": "no source says"
        if photo is None
        else f"{grouped(photo)} tokens",
        "It holds": f"{grouped(profile.file.limits.context_window)} tokens",
    }
    return Markup('<p class="plan-model">{}<span>{}</span></p>{}{}').format(
        standing_html(profile, day),
        inline(house.facts().text(profile.file.summary)),
        numbers_html(pairs),
        prices_html([price], day),
    )


def bill_html(made: Sketch) -> Markup:
    """The receipt of a month, with its reserve and what the budget leaves."""
    month = made.month
    lines = Markup().join(
        line_html(what, amount, note=how) for what, how, amount in month_lines(made)
    )
    left = "Left of the budget" if month.fits else "Missing in the budget"
    body = (
        lines
        + rule_html()
        + line_html("A month", dollars(month.total), "tot")
        + line_html("Budget", dollars(month.budget), "s")
        + line_html(left, dollars(abs(month.left)), "s")
    )
    foot = prices_html([made.price], house.today())
    return receipt_html(made.profile.name, size_words(made), body, foot, level=4)


def scale_html(test: Evidence) -> Markup:
    """The interval and the bar from 0 to 100%, for the eye; the sentence above says the same."""
    if not (test.of and test.sound):
        return Markup()
    low, high = wilson(test.right, test.of)
    width = css_share(max(0.008, high - low))
    return filled(HERE / "scale.html", left=css_share(low), width=width, bar=test.bar)


def _events(block: BudgetPlan, made: Sketch, key: str) -> None:
    plan_b = str(session.get(inputs.plan_b(key)) or "")
    struck: list[PlanEvent] = []
    for number, event in enumerate(block.events):
        with st.container(key=f"event-{number}-{key}", gap="small"):
            if inputs.ask_event(event, f"struck-{number}-{key}"):
                struck.append(event)
                show_html(event_html(made, event, plan_b))
    if len(struck) > 1:
        show_html(together_html(made, struck))


def event_html(made: Sketch, event: PlanEvent, plan_b: str) -> Markup:
    """What an event does, what the learner's plan says about it, and what a good one says."""
    lines = Markup().join(
        Markup("<p><b>{}</b> {}</p>").format(who, said) for who, said in _answers(event, plan_b)
    )
    return Markup('{}<div class="answers">{}</div>').format(
        _told(strike_verdict(made, strike(made, [event]))), lines
    )


def _answers(event: PlanEvent, plan_b: str) -> Iterator[tuple[str, str]]:
    own = f"“{plan_b}”" if plan_b else "nothing yet. Write your plan B below."
    yield "Your plan says:", own
    yield "A good plan says:", inline(house.facts().text(event.lesson))


def together_html(made: Sketch, struck: Sequence[PlanEvent]) -> Markup:
    """What all chosen events do on the same day."""
    verdict = strike_verdict(made, strike(made, struck))
    return Markup('<h4 class="all">All {} in one month</h4>{}').format(len(struck), _told(verdict))
