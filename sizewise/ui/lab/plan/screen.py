"""Plan: the plan on the left, its month on the right, and one section of five below."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import import_module

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, exactly, few_or_many, plainly, rate, with_noun
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.plan.plan import CallKind, months_of_calls
from sizewise.ui import house
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html
from sizewise.ui.kit.share import share_bar, written_csv
from sizewise.ui.lab.inputs import draft
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.fields import ask, choose_other
from sizewise.ui.lab.plan.notes import notes_on_models
from sizewise.ui.lab.plan.planned import Planned, planned_of
from sizewise.ui.lab.tokenized import choose_model

KINDS: Mapping[CallKind, str] = {
    "standard": "At once",
    "batch": "As a batch",
    "retries": "Sent again",
    "escalations": "Larger model",
}
"""The word for each line of a month."""


def draw() -> None:
    """Draw the view "Plan"."""
    asked = scenario.draft()
    asked.begin()
    draft("model", prefix="lab_plan").begin()
    _models(asked)


@st.fragment
def _models(asked: Draft) -> None:
    """The models; all other fields redraw without these long lists."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        profile = choose_model("lab_plan")
    with right:
        larger = choose_other("Larger model, for calls that need it", "larger", asked, True)
    _plan(asked, profile, larger)


@st.fragment
def _plan(asked: Draft, profile: ModelProfile, larger: str) -> None:
    """The fields, the month's receipt and one section: a slider redraws these."""
    told = st.container(key="lab_plan_told")
    left, right = st.columns([7, 5], gap="large")
    try:
        with left:
            ask(asked, profile, larger)
        planned = planned_of(asked.values(), profile, larger)
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is no plan on it.", icon=":material/event_busy:")
        return
    finally:
        with told:
            draft("model").draw_notices()
            asked.draw_notices()
    with right:
        with st.container(key="lab_plan_receipt"):
            show_html(_receipt_html(planned))
        share_bar("lab_plan_share", "sizewise-plan", ".st-key-lab_plan_receipt", plan_csv(planned))
    _section(planned, asked)


def plan_csv(planned: Planned) -> str:
    """The twelve months as CSV, in exact dollars."""
    months = zip(months_of_calls(planned.plan), planned.cost().months, strict=True)
    rows = (
        (planned.profile.name, str(number), plainly(calls), plainly(cost))
        for number, (calls, cost) in enumerate(months, start=1)
    )
    return written_csv((("model", "month", "calls", "usd"), *rows))


def _receipt_html(planned: Planned) -> Markup:
    day, cost = house.today(), planned.cost()
    lines = Markup().join(
        line_html(KINDS[line.kind], dollars(line.amount), note=_sum(line.calls, line.each))
        for line in cost.lines
    )
    body = (
        lines
        + rule_html()
        + line_html("First month", dollars(cost.per_month), "tot")
        + line_html("Per call", dollars(cost.per_call), "s")
        + line_html("Per day", dollars(cost.per_day), "s")
        + line_html("Twelve months", dollars(cost.year), "s")
    )
    notes = Markup().join(
        Markup('<p class="rc-note">{}</p>').format(note) for note in notes_on(planned)
    )
    prices = [planned.price, *([planned.larger_price] if planned.larger_price else [])]
    foot = notes + standing_html(planned.profile, day) + prices_html(prices, day)
    sub = f"{_calls(planned.plan.calls_per_month)} in the first month"
    return receipt_html(planned.profile.name, sub, body, foot)


def _sum(calls: Decimal, each: Decimal) -> str:
    return f"{with_noun(exactly(calls), 'call')} × {rate(each)}"


def _calls(calls: Decimal) -> str:
    return with_noun(few_or_many(calls), "call")


def notes_on(planned: Planned) -> Iterator[str]:
    """What to know of the plan: models that end within its year, limits that one call meets."""
    billed = [(planned.profile, planned.price)]
    if planned.larger and planned.larger_price:
        billed.append((planned.larger, planned.larger_price))
    return notes_on_models(billed, planned.plan.usage)


@st.fragment
def _section(planned: Planned, asked: Draft) -> None:
    """One of the sections; its own fields redraw only it, and no other is computed."""
    with st.container(key="lab_plan_below"):
        st.pills(
            "What to look at",
            list(scenario.PARTS),
            format_func=_label,
            required=True,
            label_visibility="collapsed",
            wrap=True,
            **asked.widget("part"),
        )
        import_module(f"sizewise.ui.lab.plan.{MODULES[asked.value('part')]}").draw(planned, asked)


MODULES = {
    "year": "months",
    "sure": "certainty",
    "even": "crossing",
    "limits": "pace",
    "savings": "ladder",
}
"""Section -> module of this folder with a `draw(planned, asked)`."""


def _label(name: str) -> str:
    title, icon = scenario.PARTS[name]
    return f":material/{icon}: {title}"
