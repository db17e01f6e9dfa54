"""A slider for the number of calls, and the bill that follows it."""

from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, number_of
from sizewise.learn.lesson.blocks.cost_slider import CostSlider, Preset
from sizewise.ui import house
from sizewise.ui.blocks.block_costs import Priced, thinking
from sizewise.ui.blocks.kinds.receipt import checked_prices_html, difference_html
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.paper import Form, line_to_write
from sizewise.ui.kit.receipt import line_html, receipt_html

MOVES = True


def draw(block: CostSlider, key: str) -> None:
    """A slider for the number of calls; the bill beside it follows."""
    show_html(Markup('<p class="labtag">Try it: move the slider, watch the bill</p>'))
    left, right = st.columns([6, 5], gap="medium", vertical_alignment="center")
    with left:
        calls, preset, reasoning = _ask(block, key)
    with right:
        show_html(slider_bill_html(block, calls, preset, reasoning))
    if reasoning is not None and bills_meet(block, preset, reasoning):
        hidden = number_of(reasoning, "token")
        said = f"With about {hidden} of hidden thinking for each call the two bills are equal."
        show_html(told_html("ok", "✓", "Found: here they meet.", said))


def bills_meet(block: CostSlider, preset: Preset, reasoning: int) -> bool:
    """Whether the bills of two models meet at this stop of the slider for thinking, or nearer to it
    than to its neighbours. Raises ModelUnknown and PriceUnknown.
    """
    if len(block.models) != 2:
        return False
    step = thinking_step(block)
    before, here, after = (
        _apart(block, preset, max(0, at)) for at in (reasoning - step, reasoning, reasoning + step)
    )
    between = here == 0 or before * here < 0 or here * after < 0
    return between and abs(here) <= abs(before) and abs(here) <= abs(after)


def _apart(block: CostSlider, preset: Preset, reasoning: int) -> Decimal:
    catalogue, day = house.library().catalogue, house.today()
    first, second = thinking(catalogue, day, block.models, preset.usage, 1, reasoning)
    return first.cost.total - second.cost.total


def thinking_step(block: CostSlider) -> int:
    """The distance between two stops of the slider for thinking tokens."""
    return max(1, block.reasoning_slider // 40)


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
    sent, written = grouped(preset.usage.input), grouped(preset.usage.output)
    st.caption(f"{sent} tokens in, {written} out for each call")
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
        thinking_step(block),
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
    sub = (
        f"{grouped(calls)} × ({grouped(preset.usage.input)} in + "
        f"{grouped(preset.usage.output)} out)"
    )
    return receipt_html(
        title, sub, lines + difference_html(rows), checked_prices_html(rows), level=3
    )


def _line(row: Priced) -> Markup:
    hidden = [line.amount for line in row.cost.lines if line.kind == "reasoning"]
    note = f"{dollars(hidden[0])} of it for hidden thinking" if hidden else ""
    return line_html(row.profile.name, dollars(row.cost.total), note=note)


def on_paper(block: CostSlider) -> Form:
    """The receipt where the slider starts, and a sum to do by hand."""
    preset = block.presets[0]
    bill = slider_bill_html(block, block.start, preset)
    sent, written = grouped(preset.usage.input), grouped(preset.usage.output)
    words = Markup("<p>{}: <b>{}</b>. Each takes {} tokens in and {} out{}.</p>").format(
        line(block.label), grouped(block.start), sent, written, _named(block)
    )
    ask = line_to_write(f"Your turn: what would {grouped(block.maximum)} of them cost?")
    return Form(Markup('<div class="beside"><div>{}{}</div>{}</div>').format(words, ask, bill))


def _named(block: CostSlider) -> str:
    return f" ({block.presets[0].name})" if len(block.presets) > 1 else ""
