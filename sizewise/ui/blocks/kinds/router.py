"""A small model keeps some calls, a large one gets the rest: recorded errors against cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import (
    dollars,
    grouped,
    listed,
    number,
    number_of,
    percent,
    whole_percent,
)
from sizewise.learn.lesson.blocks.router import RouterBlock
from sizewise.sizing.plan.route import (
    PairedTrials,
    Route,
    by_gain,
    monthly_cost,
    routes,
    wrong_by_chance,
)
from sizewise.ui import house
from sizewise.ui.blocks.block_costs import Priced, priced
from sizewise.ui.blocks.verdict import numbers_html, told_html
from sizewise.ui.kit import table as kit
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.provenance import link_html, prices_html

HERE = Path(__file__).parent
MOVES = True

RULE, TRY = "At once", "After a try"
"""When a call is passed on: by its subject beforehand, or after the small model has tried."""
NAMED = 3
"""So many subjects are named in a sentence."""
ROWS = 8
"""About so many steps stand in the table."""
TENTHS = tuple(Fraction(number, 10) for number in range(11))
"""The kept shares for which the chart shows what chance would do."""


@dataclass(frozen=True)
class RoutingPlan:
    """Two priced models and what was recorded of two others."""

    trials: PairedTrials
    small: Priced
    large: Priced
    calls: int
    tries_first: bool = False

    @cached_property
    def steps(self) -> tuple[Route, ...]:
        """Everything kept, one subject more passed on at a time, everything passed on."""
        return routes(self.trials)

    def cost(self, kept_share: Fraction) -> Decimal:
        """US dollars a month when the small model keeps that share of the calls."""
        small, large = self.small.cost.total, self.large.cost.total
        return monthly_cost(kept_share, self.calls, small, large, tries_first=self.tries_first)


def draw(block: RouterBlock, key: str) -> None:
    """How many subjects go to the large model; cost and errors follow."""
    trials = house.library().recorded(block.recorded)
    models = (block.small, block.large)
    rows = priced(house.library().catalogue, house.today(), models, block.usage, 1)
    show_html(Markup('<p class="labtag">Try it: pass on what the small model fails at</p>'))
    passed, tries_first = _ask(trials, key)
    plan = RoutingPlan(trials, rows[0], rows[1], block.calls, tries_first)
    step = plan.steps[passed]
    show_html(verdict_html(plan, step) + numbers_html(numbers(plan, step)))
    show_html(chart_html(plan, step) + table_html(plan, step))
    stamp = prices_html((row.cost.price for row in rows), house.today())
    show_html(whose_html(plan) + recorded_html(trials) + stamp)


def _ask(trials: PairedTrials, key: str) -> tuple[int, bool]:
    most = len(trials.subjects)
    left, right = st.columns([4, 5], gap="medium")
    with left:
        passed = st.slider(
            f"Subjects for the large model, of {most}",
            0,
            most,
            most // 5,
            key=f"passed-{key}",
            persist_state="session",
        )
    with right:
        how = st.segmented_control(
            "Calls are passed on",
            (RULE, TRY),
            default=RULE,
            required=True,
            key=f"how-{key}",
            persist_state="session",
        )
    return passed, how == TRY


def verdict_html(plan: RoutingPlan, step: Route) -> Markup:
    """The routing in words: who gets what, what it costs, and what chance would do."""
    head = {0: "Nothing is passed on.", len(plan.steps) - 1: "Everything is passed on."}
    word = head.get(step.passed, f"{whole_percent(step.kept_share)} of the calls stay small.")
    return told_html("", "→", word, " ".join(sentences(plan, step)))


def sentences(plan: RoutingPlan, step: Route) -> Iterator[str]:
    """The state of a routing, sentence by sentence."""
    if step.passed:
        yield f"To the large model go {_subjects(plan.trials, step.passed)}."
    if plan.tries_first:
        yield "The small model tries every call first, so what is passed on is paid twice."
    yield (
        f"A month costs {dollars(plan.cost(step.kept_share))}, "
        f"and {of_hundred(step.wrong_share)} answers are wrong."
    )
    if 0 < step.kept < step.questions:
        chance = wrong_by_chance(plan.steps, step.kept_share)
        yield f"If chance passed on as many calls, {of_hundred(chance)} would be wrong."
    yield from _large_alone(plan, step)


def _subjects(trials: PairedTrials, passed: int) -> str:
    names = [f"“{subject.name}”" for subject in by_gain(trials)[:passed]]
    if len(names) <= NAMED:
        return listed(names)
    more = number_of(len(names) - NAMED, "more subject")
    return listed([*names[:NAMED], more])


def _large_alone(plan: RoutingPlan, step: Route) -> Iterator[str]:
    alone = plan.large.cost.total * plan.calls
    wrong = plan.steps[-1].wrong_share
    if plan.tries_first and plan.cost(step.kept_share) > alone:
        yield f"That is dearer than asking the large model at once, for {dollars(alone)}."
    elif step.passed < len(plan.steps) - 1:
        yield (
            f"The large model alone would cost {dollars(alone)}, "
            f"with {of_hundred(wrong)} answers wrong."
        )


def of_hundred(share: Fraction) -> str:
    """A share as people count it: "18 of 100"."""
    return f"{number(100 * share, 1)} of 100"


def numbers(plan: RoutingPlan, step: Route) -> dict[str, str]:
    """Three numbers of a routing."""
    return {
        "The small model keeps": whole_percent(step.kept_share),
        "Bill for a month": dollars(plan.cost(step.kept_share)),
        "Wrong answers": of_hundred(step.wrong_share),
    }


def chart_html(plan: RoutingPlan, step: Route) -> Markup:
    """Errors upwards, cost to the right: a dot a step, rings for chance, a square for now."""
    right = max(plan.cost(each) for each in (Fraction(0), Fraction(1)))
    shares = [float(each.wrong_share) for each in plan.steps]
    low, high = floor(20 * min(shares)) / 20, ceil(20 * max(shares)) / 20

    def mark(css: str, kept: Fraction, wrong: Fraction) -> tuple[str, str, str]:
        across = float(plan.cost(kept) / right) if right else 0.0
        up = (float(wrong) - low) / (high - low)
        return css, css_share(across), css_share(up)

    marks = [
        *(mark("ring", share, wrong_by_chance(plan.steps, share)) for share in TENTHS),
        *(mark("dot", each.kept_share, each.wrong_share) for each in plan.steps),
        mark("now", step.kept_share, step.wrong_share),
    ]
    return filled(
        HERE / "route.html",
        words=_alt(plan, step),
        high=whole_percent(high),
        low=whole_percent(low),
        marks=marks,
        most=dollars(right),
    )


def _alt(plan: RoutingPlan, step: Route) -> str:
    first, last = plan.steps[0], plan.steps[-1]
    ends = " ".join(
        f"{words}: {dollars(plan.cost(each.kept_share))}, {of_hundred(each.wrong_share)} wrong."
        for words, each in (("All small", first), ("Now", step), ("All passed on", last))
    )
    return (
        f"Chart of wrong answers against the bill. {ends} Passing on by subject lies below the "
        "line of chance. The table has the numbers."
    )


def table_html(plan: RoutingPlan, step: Route) -> Markup:
    """The chart in numbers, folded away: some steps, the two ends and now."""
    last = len(plan.steps) - 1
    shown = sorted({*range(0, last, max(1, last // (ROWS - 1))), last, step.passed})
    heads = ("Subjects passed on", "Kept", "Bill", "Wrong", "Wrong by chance")
    rows = (_row(plan, plan.steps[passed]) for passed in shown)
    table = kit.table_html("The chart in numbers", heads, rows)
    return Markup(
        '<details class="queue-table"><summary>The chart in numbers</summary>{}</details>'
    ).format(table)


def _row(plan: RoutingPlan, step: Route) -> tuple[str, ...]:
    chance = wrong_by_chance(plan.steps, step.kept_share)
    return (
        str(step.passed),
        whole_percent(step.kept_share),
        dollars(plan.cost(step.kept_share)),
        *(percent(share) for share in (step.wrong_share, chance)),
    )


def whose_html(plan: RoutingPlan) -> Markup:
    """Whose errors and whose prices these are: never the same models."""
    trials = plan.trials
    return Markup(
        '<p class="fine">'
        "The errors are those of {} and {}, as recorded; the prices are those of {} and "
        "{}, which would make other errors. So take the shape of the curve from here, "
        "not its height.</p>"
    ).format(trials.small, trials.large, plan.small.profile.name, plan.large.profile.name)


def recorded_html(trials: PairedTrials) -> Markup:
    """What was recorded, what was left out, and why it flatters: folded away."""
    source = link_html(trials.source.title, trials.source.url)
    missing = "".join(f" “{each.name}” is left out: {each.why}." for each in trials.left_out)
    return Markup(
        '<details class="queue-table"><summary>What was recorded, and what was not'
        '</summary><p class="fine">'
        "Both models answered the same {} questions of {}, in {} subjects. {} Which "
        "subject comes first was found with the very questions that it is judged by, so "
        "on new questions a rule does a little worse. Deciding by a rule is counted as "
        "free.{} Source: {}, {}.</p></details>"
    ).format(
        grouped(trials.questions),
        trials.test,
        len(trials.subjects),
        trials.changed,
        missing,
        source,
        trials.licence,
    )


def on_paper(block: RouterBlock) -> Form:
    """Routing where its slider starts: a fifth of the subjects go to the large model."""
    trials = house.library().recorded(block.recorded)
    models = (block.small, block.large)
    rows = priced(house.library().catalogue, house.today(), models, block.usage, 1)
    plan = RoutingPlan(trials, rows[0], rows[1], block.calls)
    step = plan.steps[len(trials.subjects) // 5]
    row = numbers_html(numbers(plan, step))
    picture = chart_html(plan, step) + whose_html(plan)
    return Form(
        Markup("{}{}{}{}").format(
            tag("Pass on what the small model fails at"),
            verdict_html(plan, step),
            row,
            picture,
        )
    )
