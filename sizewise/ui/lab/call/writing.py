"""The fields of a call's texts: system text, conversation so far, question, and the numbers."""

from functools import partial

import streamlit as st

from sizewise.ui import session
from sizewise.ui.kit.text_area import counted, text_area
from sizewise.ui.lab.call import state
from sizewise.ui.lab.call.examples import EXAMPLES


def ask_example() -> None:
    """The choice of an example to start from, and what to look at in it."""
    st.pills(
        "Start from",
        list(EXAMPLES),
        format_func=lambda name: EXAMPLES[name].title,
        wrap=True,
        **state.draft().widget("example", state.take_chosen),
    )
    name = state.draft().value("example")
    st.caption(EXAMPLES[name].look if name else "Your own call.")


def ask_texts() -> None:
    """System text, conversation so far, and the new question."""
    _text("System text: what it should always know", state.SYSTEM, 122)
    _ask_conversation()
    _text("The new question", state.QUESTION, 90)


def _ask_conversation() -> None:
    pairs = session.get(state.PAIRS)
    turns = "1 turn" if pairs == 1 else f"{pairs} turns"
    label = f"Said before: {turns}" if pairs else "Said before: nothing"
    with st.expander(label, key="lab_call_before", icon=":material/forum:"):
        for pair in range(pairs):
            _text(f"You, turn {pair + 1}", state.said_key(pair, "you"), 68)
            _text(f"The model, turn {pair + 1}", state.said_key(pair, "it"), 90)
        with st.container(horizontal=True):
            st.button(
                "Add a turn",
                on_click=state.add_pair,
                key="lab_call_add_turn",
                icon=":material/add:",
                disabled=pairs >= state.MOST_PAIRS,
            )
            st.button(
                "Remove the last turn",
                on_click=state.drop_pair,
                key="lab_call_drop_turn",
                icon=":material/remove:",
                disabled=not pairs,
            )


def _text(label: str, key: str, height: int) -> None:
    counted(text_area(label, height=height, key=key, on_change=state.own))


def ask_numbers() -> None:
    """What the call is expected to bring back."""
    left, right = st.columns(2)
    for place, label, name in (
        (left, "Tokens of the answer", "answer"),
        (right, "Tokens of hidden thinking", "think"),
    ):
        with place:
            st.number_input(
                label,
                0,
                state.MOST_TOKENS,
                step=1,
                **state.draft().widget(name, partial(state.own_number, name)),
            )
