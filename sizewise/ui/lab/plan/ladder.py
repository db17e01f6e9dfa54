"""The savings ladder: eight ways to pay less for this plan, each with its arithmetic."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import grouped, listed, noun_for, number_of
from sizewise.ground.written import percent as percent_words
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.cost.limit_notes import too_long
from sizewise.sizing.cost.workload import CACHE_FROM, cacheable
from sizewise.sizing.plan.plan import Plan
from sizewise.sizing.plan.savings import (
    Distillation,
    answer_cache,
    as_batch,
    calls_to_pay,
    distil,
    hit_rate_to_pay,
    largest_request,
    many_in_one,
    prefix_cache,
)
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.lab.plan import chunked, surer
from sizewise.ui.lab.plan.fields import choose_other, number, percent, sum_of_money
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.plan.rung import Rung, rung_html


def draw(planned: Planned, asked: Draft) -> None:
    """Draw the section."""
    st.header("The savings ladder", anchor=False)
    show_html(Markup('<p class="fine">{}</p>').format(_computed(planned.plan)))
    _ask(asked)
    surer.ask(asked)
    values = asked.values()
    values["prefix"] = min(values["prefix"], planned.plan.input)
    if never := no_call(planned):
        st.warning(never, icon=":material/block:")
        return
    told = Markup().join(map(rung_html, rungs(planned, values)))
    show_html(Markup('<ol class="ladder" role="list">{}</ol>').format(told))


def no_call(planned: Planned) -> str:
    """Why a call of this plan cannot be made, so that there is nothing to save; else nothing."""
    never = " ".join(too_long(planned.profile, planned.plan.usage))
    return never and (
        f"{never} A call of this plan cannot be made, so no rung can save anything of it: change "
        "the tokens above, or choose another model."
    )


def _computed(plan: Plan) -> str:
    """How the rungs are computed, and what of the plan's own bill none of them counts."""
    parts = {
        "its cache": cacheable(plan.input, plan.cached_share),
        "its batches": plan.batch_share,
        "calls sent again": plan.retry_share,
        "calls that a larger model must answer too": plan.escalation_share,
    }
    left_out = [words for words, share in parts.items() if share]
    without = f", without {listed(left_out)}" if left_out else ""
    return (
        f"Each rung is computed alone, for the calls of the first month of your plan{without}. "
        "Whether the answers stay as good is for you to test."
    )


def _ask(asked: Draft) -> None:
    rows = (
        (("prefix", "Tokens that every call repeats"), ("pack", "Items in one request")),
        (
            ("doc", "A long text, in tokens"),
            ("chunk", "Cut into parts of"),
            ("overlap", "Overlap of the parts"),
        ),
        (("examples", "Examples to teach with"), ("epochs", "Times over them")),
    )
    columns = st.columns(3)
    for column, row in zip(columns, rows, strict=True):
        with column:
            for name, label in row:
                number(label, name, asked)
    with columns[0]:
        percent("Later calls that find the cache", "hit", asked)
        percent("Calls that ask again what was asked", "again", asked)
    with columns[2]:
        sum_of_money(
            "Training, dollars per million tokens",
            "training",
            asked,
            step=0.5,
            note="Makers name it beside their other prices. 0 leaves the training itself out.",
        )
    with columns[1]:
        choose_other("Another model that merges the parts", "merge", asked, or_none=True)


def rungs(planned: Planned, asked: Mapping[str, Any]) -> Iterator[Rung]:
    """The rungs, from the cheapest to try to the dearest."""
    yield _packed(planned, asked)
    yield chunked.rung(planned, asked)
    yield _cached(planned, asked)
    yield _kept(planned, asked)
    yield _taught(planned, asked)
    yield _batched(planned)
    yield surer.unbilled(planned, asked)
    yield surer.checked(planned, asked)


def _packed(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    plan, prefix = planned.plan, asked["prefix"]
    calls = round(plan.calls_per_month)
    saving = many_in_one(
        calls, asked["pack"], prefix, plan.input - prefix, plan.answer, planned.price,
        reasoning=plan.reasoning,
    )  # fmt: skip
    deed = (
        f"Send {number_of(asked['pack'], 'item')} in one request, so that the instruction of "
        f"{number_of(prefix, 'token')} is sent once for all of them."
    )
    most = _most_items(planned, prefix)
    fit = _fits(planned, prefix, most)
    if asked["pack"] > most:
        return Rung(saving.name, deed, None, f"{fit} Write a smaller number.")
    thought = "Hidden thinking is counted for each item. " if plan.reasoning else ""
    spoilt = "One bad item may spoil the others’ answers."
    return Rung(saving.name, deed, saving, f"{spoilt} {thought}{fit}")


def _most_items(planned: Planned, prefix: int) -> int:
    """How many items the window and the longest reply leave room for; empty ones count as one."""
    plan, limits = planned.plan, planned.profile.file.limits
    item = max(1, plan.input - prefix)
    written = plan.usage.output
    most = largest_request(prefix, item, written, limits.context_window, limits.max_output)
    return max(1, most)  # one is the plan's own call, which can be made


def _fits(planned: Planned, prefix: int, most: int) -> str:
    """How many items fit, and how many each limit has room for."""
    plan, limits = planned.plan, planned.profile.file.limits
    item, written = max(1, plan.input - prefix), plan.usage.output
    window = max(1, largest_request(prefix, item, written, limits.context_window))
    rooms = f"the context window has room for {grouped(window)}"
    if limits.max_output is not None and written:
        rooms += f", the longest reply for {grouped(limits.max_output // written)}"
    items = number_of(most, "item")
    return f"At most {items} of this size {noun_for(most, 'fits', 'fit')} in one: {rooms}."


def _cached(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    plan, prefix = planned.plan, asked["prefix"]
    calls = round(plan.calls_per_month)
    rest, hits = plan.input - prefix, Decimal(asked["hit"]) / 100
    saving = prefix_cache(
        calls, prefix, rest, plan.answer, planned.price, hits, reasoning=plan.reasoning
    )
    deed = (
        f"Put what repeats first, here {number_of(prefix, 'token')}, so that a cache can serve it."
    )
    short = f"A cache starts at {grouped(CACHE_FROM)} repeated tokens; these are fewer. "
    caution = f"{_forgets(hits)} {_pays(planned.price)}".strip()
    return Rung(saving.name, deed, saving, caution if prefix >= CACHE_FROM else short + caution)


def _forgets(hits: Decimal) -> str:
    best = "The best case: a cache" if hits == 1 else "A cache"
    return f"{best} forgets after minutes without a call."


def _pays(price: Price) -> str:
    """From which hit rate on it pays; nothing to say where any does."""
    needed = hit_rate_to_pay(price)
    if needed is None:
        return "Writing costs extra and reading is no cheaper, so it never pays."
    if not needed:
        return ""
    calls = calls_to_pay(price)
    return f"Writing costs extra: it pays from a hit rate of {percent_words(needed)} on" + (
        f", or from {number_of(calls, 'call')} in a row on." if calls else "."
    )


def _kept(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    plan, share = planned.plan, Decimal(asked["again"]) / 100
    saving = answer_cache(round(plan.calls_per_month), share, plan.usage, planned.price)
    deed = (
        f"Keep each answer, and give it to the {percent_words(share)} of calls that ask it again."
    )
    return Rung(
        saving.name, deed, saving, "An old answer may be wrong today, or not for everybody."
    )


def _taught(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    deed = (
        f"Let the larger model answer {number_of(asked['examples'], 'example')}, teach the small "
        f"one with them {number_of(asked['epochs'], 'time')} over, then leave the instruction out. "
        "Against the larger model answering all."
    )
    if planned.larger_price is None:
        return Rung("Distil or fine-tune", deed, None, "Choose a larger model above to learn from.")
    plan = planned.plan
    if planned.larger and (never := " ".join(too_long(planned.larger, plan.usage))):
        return Rung("Distil or fine-tune", deed, None, f"{never} So it cannot answer all.")
    taught = replace(plan.usage, input=plan.input - asked["prefix"])
    job = Distillation(
        asked["examples"],
        asked["epochs"],
        asked["training"],
        plan.usage,
        planned.larger_price,
        taught,
        planned.price,
    )
    paid = distil(job, round(plan.calls_per_month))
    when = (
        f"It has paid after {number_of(paid.after_calls, 'call')}. "
        if paid.after_calls is not None
        else ""
    )
    free = "" if asked["training"] else "Training itself counts as free until you type its price. "
    held = "A taught model often has a price of its own; here it is the usual one."
    return Rung(paid.saving.name, deed, paid.saving, when + free + held)


def _batched(planned: Planned) -> Rung:
    plan, deed = planned.plan, "Send as a batch what can wait a day."
    try:
        saving = as_batch(round(plan.calls_per_month), plan.usage, planned.price)
    except BatchUnavailable as reason:
        return Rung("Batch", deed, None, f"It cannot be priced: {reason}.")
    return Rung(saving.name, deed, saving, "Nobody waits in front of a screen for it.")
