"""The budget plan on screen: steps, of which each follows from those before it."""

from collections.abc import Sequence
from pathlib import Path

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
from sizewise.ui.blocks.kinds.budget_plan.steps import PlanSteps
from sizewise.ui.blocks.verdict import numbers_html, told_html
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html

HERE = Path(__file__).parent


def draw(block: BudgetPlan, key: str) -> None:
    """All steps, so that what is entered in one counts in the others; one is in sight."""
    show_html(Markup('<p class="labtag">Your plan: what you set stays while this tab is open</p>'))
    steps = PlanSteps(key)
    steps.choose()
    with steps.box(1):
        profile = inputs.ask_model(block, key)
        show_html(facts_html(block, profile))
    with steps.box(2):
        numbers = inputs.ask_numbers(block, profile, key)
        made = sketch(block, profile, house.today(), numbers)
        show_html(bill_html(made) + _told(budget_verdict(made)))
    with steps.box(3):
        test = inputs.ask_evidence(key)
        show_html(_told(proof_verdict(test)) + scale_html(test))
    with steps.box(4):
        _events(block, made, key)
    with steps.box(5):
        words = inputs.ask_words(key)
    with steps.box(6):
        draw_one_page(block, made, test, words, key)
    steps.turn()


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
    asked = (inputs.ask_event(event, f"struck-{n}-{key}") for n, event in enumerate(block.events))
    struck = [event for event, strikes in zip(block.events, asked, strict=True) if strikes]
    if struck:
        plan_b = str(session.get(inputs.plan_b(key)) or "")
        show_html(events_html(made, struck, plan_b))


def events_html(made: Sketch, struck: Sequence[PlanEvent], plan_b: str) -> Markup:
    """What the learner's plan says about all of these events, and what each does."""
    own = f"“{plan_b}”" if plan_b else "nothing yet. Write your plan B in step 5."
    each = [event_html(made, event) for event in struck]
    together = [together_html(made, struck)] if len(struck) > 1 else []
    return Markup("{}{}").format(_answer("Your plan says:", own), slides_html(together + each))


def slides_html(sections: Sequence[Markup]) -> Markup:
    """One below the other, and on a phone side by side, to be slid."""
    return Markup(
        '<div class="slides" tabindex="0" role="group" aria-label="What the events do">{}</div>'
    ).format(Markup().join(Markup("<section>{}</section>").format(each) for each in sections))


def event_html(made: Sketch, event: PlanEvent) -> Markup:
    """What an event does, and what a good plan says about it."""
    return Markup('<h4 class="all">{}</h4>{}{}').format(
        inline(house.facts().text(event.name)),
        _told(strike_verdict(made, strike(made, [event]))),
        _answer("A good plan says:", inline(house.facts().text(event.lesson))),
    )


def _answer(who: str, said: str) -> Markup:
    return Markup('<div class="answers"><p><b>{}</b> {}</p></div>').format(who, said)


def together_html(made: Sketch, struck: Sequence[PlanEvent]) -> Markup:
    """What all chosen events do on the same day."""
    verdict = strike_verdict(made, strike(made, struck))
    return Markup('<h4 class="all">All {} in one month</h4>{}').format(len(struck), _told(verdict))
