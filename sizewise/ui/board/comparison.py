"""The board itself: measured rows, the share of calls each gets, and the chain they make."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, listed, number, whole_percent
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.thinking_notes import unthought_note
from sizewise.ui import house
from sizewise.ui.board import asked as choices
from sizewise.ui.board import chain, here, shares
from sizewise.ui.board.recorded_rows import log
from sizewise.ui.board.rows import CALLS, Entry, entries, measured, ordered
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.lab.inputs import draft as lab_draft


def draw(asked: Draft) -> None:
    """Draw the view."""
    values = asked.values()
    price = priced()
    found = ordered(entries(values["hour"], price), values["order"])
    _ask(asked, found)
    if not found:
        st.info("Nothing was measured yet. Measure the model on this computer below.")
    up = [each for each in found if each.name not in values["out"]]
    weights, before = shares.weights(up), shares.weights(found)
    show_html(_table_html(found, up, weights, before))
    _sources(found)
    if unthought := _unthought():
        st.caption(unthought)
    here.draw()
    shares.draw(up, weights)
    chain.draw(asked, up, found)


def priced() -> Price | None:
    """The price of the endpoint's tokens: that of the model chosen for it."""
    try:
        return _as_if_on().price_on(house.today())
    except PriceUnknown:
        return None


def _as_if_on() -> ModelProfile:
    return house.library().catalogue.model(lab_draft("model", prefix="board").value("model"))


def _unthought() -> str | None:
    """What to know of an endpoint's price that is a thinking model's, where it did not think."""
    trials = [each for name, one in measured().items() if "endpoint" in name for each in one.trials]
    used = [each.tokens for each in trials if each.tokens]
    return (
        unthought_note([_as_if_on()]) if used and not any(each.reasoning for each in used) else None
    )


def _ask(asked: Draft, found: Sequence[Entry]) -> None:
    order, hour = st.columns([3, 2], gap="large")
    with order:
        st.segmented_control(
            "Order",
            list(choices.ORDERS),
            format_func=choices.ORDERS.__getitem__,
            required=True,
            **asked.widget("order"),
        )
    with hour:
        st.number_input(
            "Dollars for an hour of this machine",
            0.0,
            1000.0,
            step=0.01,
            format="%.3f",
            **asked.widget("hour"),
        )
        st.caption("An assumption of yours: rent, or power and wear.")
    st.multiselect(
        "Outage: who is down",
        [each.name for each in found],
        format_func={each.name: each.title for each in found}.__getitem__,
        placeholder="Nobody: all are up",
        **asked.widget("out"),
    )


def _table_html(
    found: Sequence[Entry], up: Sequence[Entry], weights: shares.Weights, before: shares.Weights
) -> Markup:
    heads = (
        "Provider",
        "Tokens a second",
        "First token",
        "Success",
        "1,000 calls cost",
        "Share of calls",
    )
    best = max((each.row.speed or 0 for each in found), default=0)
    rows = [
        Row(_head(each), _cells(each, best, weights, before), own=each.live)
        if each in up
        else Row(_head(each), why="Down: its calls go to the others.")
        for each in found
    ]
    caption = (
        f"Medians (P50) over calls that ask one question on a text of some 550 tokens. "
        "Tokens a second count from the first token on. "
        f"The price is that of {grouped(CALLS)} calls."
    )
    return stacked_html(heads, rows, caption, "board-rows") if found else NO_HTML


def _head(each: Entry) -> Markup:
    return Markup("{}<small>{}</small>").format(each.title, each.where)


def _cells(
    each: Entry, best: object, weights: shares.Weights, before: shares.Weights
) -> tuple[Markup | str, ...]:
    row = each.row
    speed = (
        NO_HTML
        if row.speed is None
        else Markup("{}{}").format(
            number(row.speed, 1),
            meter_html(float(row.speed / best), "strong"),  # type: ignore[operator]
        )
    )
    low, high = row.success.interval
    sure = Markup("{} of {}<small>likely {} to {}</small>").format(
        row.success.hits, row.success.of, whole_percent(low), whole_percent(high)
    )
    first = "–" if row.first is None else f"{number(row.first)} s"
    cost = "–" if each.price is None else dollars(each.price)
    return speed or "–", first, sure, cost, shares.cell_html(each.name, weights, before)


def _sources(found: Sequence[Entry]) -> None:
    """Where the recorded rows come from, and what of them cannot be read."""
    machines = sorted({each.row.machine for each in found if not each.live})
    if machines:
        st.caption(f"Recorded on: {listed(machines)}. A busy machine is slower: measure your own.")
    for fault in log().faults:
        st.warning(f"content/runs/board.jsonl, line {fault.line}: {fault.why} All others count.")
    for running in measured().values():
        for text in sorted({each.error_text for each in running.trials if each.error_text}):
            st.warning(f"{running.title}: {text}")
