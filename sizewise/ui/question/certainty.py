"""How sure one is, said with one tap before the check, by whoever wants to."""

from collections.abc import Mapping

import streamlit as st

from sizewise.learn.quiz.response import Certainty
from sizewise.ui import session
from sizewise.ui.question.turn import Turn

WORDS: Mapping[Certainty, str] = {"sure": "Sure", "think": "I think so", "guess": "A guess"}
"""What stands on the three; keys.js knows them by their order."""


def ask(turn: Turn) -> None:
    """Draw the three, where the attempt asks; the style sheet hides them after the check."""
    if not turn.rules.asks_certainty:
        return
    if turn.gone:
        st.empty()
        return
    st.segmented_control(
        "How sure are you? Say it if you like.",
        list(WORDS),
        key=_key(turn.attempt.id, turn.item_id),
        format_func=WORDS.__getitem__,
        on_change="ignore",
    )


def said(attempt_id: str, item_id: str) -> Certainty | None:
    """What the learner has said, if anything."""
    held = session.get(_key(attempt_id, item_id))
    return next((each for each in WORDS if each == held), None)


def _key(attempt_id: str, item_id: str) -> str:
    return f"sure_{attempt_id}_{item_id}"
