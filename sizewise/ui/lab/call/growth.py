"""How a chat's bill grows: each turn sends everything again."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, number
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.call import CallPart
from sizewise.sizing.cost.chat import (
    Chat,
    TurnUsage,
    chat_of,
    each_turn,
    history_overtakes,
    turn_costs,
    turns,
)
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.plot import Curve
from sizewise.ui.kit.table import table_html
from sizewise.ui.lab.drawing import draw_curves

MOST_TURNS = 100
SHOWN = (1, 2, 3, 5, 10, 20, 30, 50, 75, 100)
HEADS = ("Turn", "Tokens it sends", "It costs", "The chat so far", "With a cache")


@st.fragment
def draw_growth(made_of: tuple[CallPart, ...], price: Price, window: int) -> None:
    """The section below the bill; its slider redraws only it."""
    st.header("If the chat goes on", anchor=False)
    last = st.slider(
        "Turns of the chat, each with a question and an answer as long as these",
        2,
        MOST_TURNS,
        20,
        key="lab_call_turns",
        persist_state="session",
    )
    chat = chat_of(made_of)
    plain = turns(chat, last)
    costs = turn_costs(plain, price)
    cached = tuple(accumulate(turn_costs(turns(chat, last, cache=True), price)))
    so_far = tuple(accumulate(costs))
    if so_far[-1]:
        _draw(so_far, cached)
    show_html(
        Markup('<p class="verdict">{}</p>').format(
            Markup(" ").join(_sentences(chat, price, so_far, window))
        )
    )
    show_html(_table_html(plain, costs, so_far, cached))


def _draw(so_far: Sequence[Decimal], cached: Sequence[Decimal]) -> None:
    last, numbers = len(so_far), range(1, len(so_far) + 1)
    thought = [so_far[0] * number for number in numbers]
    curves = [
        Curve("the real bill", numbers, _floats(so_far), 1, strong=True),
        Curve("turns × the first", numbers, _floats(thought), 0),
    ]
    if cached[-1] < so_far[-1]:
        curves.append(Curve("with a cache", numbers, _floats(cached), 2))
    words = "; ".join(f"{curve.name} {dollars(Decimal(str(curve.ys[-1])))}" for curve in curves)
    draw_curves(
        "The chat’s bill so far",
        curves,
        "Turns",
        alt=f"Line chart: the chat's bill against its turns. After {last} turns: {words}. "
        "The table below has the same numbers.",
        key="lab_call_growth",
    )


def _floats(amounts: Sequence[Decimal]) -> list[float]:
    return [float(amount) for amount in amounts]


def _sentences(chat: Chat, price: Price, so_far: Sequence[Decimal], window: int) -> Iterator[str]:
    last, thought = len(so_far), so_far[0] * len(so_far)
    if thought:
        yield (
            Markup(
                "{} turns cost <b>{}</b>"
                ", {} times as much as that many first turns: every turn sends all that was "
                "said before."
            ).format(last, dollars(so_far[-1]), number(so_far[-1] / thought, 1))
        )
    dearer = history_overtakes(chat, price)
    if dearer is not None:
        yield (
            f"From turn {dearer} on, sending the history again costs more than writing the answer."
        )
    full = next((turn for turn in each_turn(chat) if _size(turn) > window), None)
    if full is not None:
        yield (
            f"At turn {full.number} the chat no longer fits in the {grouped(window)} "
            "tokens there are."
        )


def _size(turn: TurnUsage) -> int:
    return turn.usage.input + turn.usage.output


def _table_html(
    plain: Sequence[TurnUsage],
    costs: Sequence[Decimal],
    so_far: Sequence[Decimal],
    cached: Sequence[Decimal],
) -> Markup:
    shown = sorted({number for number in SHOWN if number <= len(plain)} | {len(plain)})
    rows = (
        (
            str(turn),
            grouped(plain[turn - 1].usage.input),
            dollars(costs[turn - 1]),
            dollars(so_far[turn - 1]),
            dollars(cached[turn - 1]),
        )
        for turn in shown
    )
    return table_html("The same numbers, turn by turn", HEADS, rows)
