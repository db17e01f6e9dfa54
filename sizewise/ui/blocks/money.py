"""Blocks about bills: a receipt to read, and a slider that writes one."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.money import dollars
from sizewise.learn.lesson.block import (
    CostSlider,
    Preset,
    ReceiptBlock,
)
from sizewise.ui import house
from sizewise.ui.blocks.sums import Priced, priced, ratio, thinking
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import (
    bar_html,
    bill_html,
    line_html,
    receipt_html,
    rule_html,
)


def draw_receipt(block: ReceiptBlock) -> None:
    """What one job costs."""
    show_html(job_html(block))


def job_html(block: ReceiptBlock) -> Markup:
    """A job's receipt: on one model line by line, on several side by side.

    Raises ModelUnknown and PriceUnknown.
    """
    catalogue, day = house.library().catalogue, house.today()
    rows = priced(catalogue, day, block.models, block.usage, block.calls)
    body = _one(rows[0]) if len(rows) == 1 else _several(rows)
    note = (
        Markup('<p class="sub">{}</p>').format(inline(house.facts().text(block.note)))
        if block.note
        else Markup()
    )
    return receipt_html(block.title, _per_call(block.usage), body, note + _stamp(rows), level=3)


def _one(row: Priced) -> Markup:
    total = line_html(row.profile.name, dollars(row.cost.total), "tot")
    return bill_html(row.cost) + rule_html() + total


def _several(rows: Sequence[Priced]) -> Markup:
    most, least = max(r.cost.total for r in rows), min(r.cost.total for r in rows)
    lines = Markup().join(
        line_html(row.profile.name, dollars(row.cost.total))
        + bar_html(row.cost.total / most if most else most, strong=row.cost.total == least)
        for row in rows
    )
    return lines + _difference(rows)


def _difference(rows: Sequence[Priced]) -> Markup:
    more = ratio(rows)
    if len(rows) != 2 or more is None:
        return Markup()
    return rule_html() + line_html("Times more", more, "tot")


def _per_call(usage: CallTokens) -> str:
    return f"{usage.input:,} tokens in, {usage.output:,} out, per call"


def _stamp(rows: Sequence[Priced]) -> Markup:
    return prices_html((row.cost.price for row in rows), house.today())


def draw_cost_slider(block: CostSlider, key: str) -> None:
    """A slider for the number of calls; the bill beside it follows."""
    show_html(Markup('<p class="labtag">Try it: move the slider, watch the bill</p>'))
    left, right = st.columns([6, 5], gap="medium", vertical_alignment="center")
    with left:
        calls, preset, reasoning = _ask(block, key)
    with right:
        show_html(slider_bill_html(block, calls, preset, reasoning))


def _ask(block: CostSlider, key: str) -> tuple[int, Preset, int | None]:
    calls = st.slider(
        block.label,
        block.minimum,
        block.maximum,
        min(max(block.start, block.minimum), block.maximum),
        block.step,
        format="localized",
        key=f"calls-{key}",
        persist_state="session",
    )
    preset = _ask_preset(block, key)
    reasoning = _ask_reasoning(block, key) if block.reasoning_slider else None
    sent, written = preset.usage.input, preset.usage.output
    st.caption(f"{sent:,} tokens in, {written:,} out for each call")
    return calls, preset, reasoning


def _ask_preset(block: CostSlider, key: str) -> Preset:
    names = [preset.name for preset in block.presets]
    if len(names) == 1:
        return block.presets[0]
    name = st.segmented_control(
        "Task", names, default=names[0], required=True, key=f"task-{key}", persist_state="session"
    )
    return block.presets[names.index(name)] if name in names else block.presets[0]


def _ask_reasoning(block: CostSlider, key: str) -> int:
    start = max(each.reasoning for each in block.models)
    return st.slider(
        "Hidden thinking tokens for each call",
        0,
        block.reasoning_slider,
        min(start, block.reasoning_slider),
        max(1, block.reasoning_slider // 40),
        format="localized",
        key=f"thinking-{key}",
        persist_state="session",
    )


def slider_bill_html(
    block: CostSlider, calls: int, preset: Preset, reasoning: int | None = None
) -> Markup:
    """The bill at one stand of the slider. Raises ModelUnknown and PriceUnknown."""
    catalogue, day = house.library().catalogue, house.today()
    rows = thinking(catalogue, day, block.models, preset.usage, calls, reasoning)
    lines = Markup().join(_line(row) for row in rows)
    title = "Monthly bill" if "month" in block.label.lower() else "The bill"
    sub = f"{calls:,} × ({preset.usage.input:,} in + {preset.usage.output:,} out)"
    return receipt_html(title, sub, lines + _difference(rows), _stamp(rows), level=3)


def _line(row: Priced) -> Markup:
    hidden = [line.amount for line in row.cost.lines if line.kind == "reasoning"]
    note = f"{dollars(hidden[0])} of it for hidden thinking" if hidden else ""
    return line_html(row.profile.name, dollars(row.cost.total), note=note)
