"""One question on screen, and what happens until its results are asked for."""

import streamlit as st

from sizewise.record import RecordUnavailable
from sizewise.ui import session
from sizewise.ui.markdown import escape_dollars, inline
from sizewise.ui.question import ask, feedback, press
from sizewise.ui.question.turn import FEEDBACK_AT_ONCE, HINTED, Turn, recall

KEPT = "What you chose is still here: press the button again."


@st.fragment
def question(attempt_id: str) -> None:
    """Draw where the attempt stands; only this part of the page runs again at a press."""
    try:
        turn = recall(attempt_id)
        if not turn.finished:
            _draw(turn)
            press.seen(turn)
            return
    except RecordUnavailable as trouble:
        _unavailable(str(trouble))
        return
    session.set_query(attempt=attempt_id)
    st.rerun()


def _unavailable(message: str) -> None:
    st.error(message, icon=":material/cloud_off:")
    st.button("Try again", key="again", icon=":material/refresh:")


def _draw(turn: Turn) -> None:
    """Head, body, button: always three, so that the button stays the same one and keeps focus.

    Each element is a message to the browser, so a body of one element goes without a container.
    """
    st.html(ask.gone_html(turn) if turn.gone else ask.head_html(turn))
    notices = bool(session.get(press.NOTICE) or session.get(press.TROUBLE))
    if turn.explaining and not notices:
        st.html(feedback.told_html(turn))
    else:
        with st.container(key="qbody"):
            _body(turn)
            _notices()
    _button(turn, _step(turn))


def _body(turn: Turn) -> None:
    if turn.explaining:
        st.html(feedback.told_html(turn))
    elif not turn.gone:
        ask.widgets(turn)
        _hints(turn)


def _notices() -> None:
    notice, trouble = session.get(press.NOTICE), session.get(press.TROUBLE)
    if notice or trouble:
        with st.container(key="qnotice"):
            if notice:
                st.warning(escape_dollars(notice), icon=":material/touch_app:")
            else:
                st.error(f"{escape_dollars(trouble)} {KEPT}", icon=":material/cloud_off:")


def _hints(turn: Turn) -> None:
    item, taken = turn.item, turn.hints
    if turn.attempt.mode not in HINTED:
        return
    if taken:
        steps = "".join(f"<li>{inline(each)}</li>" for each in item.hints[:taken])
        st.html(f'<div class="qz-hints"><p>Hints</p><ol>{steps}</ol></div>')
    if taken < len(item.hints):
        st.button(
            "Another hint" if taken else "Show a hint (this question then counts half)",
            key="hint",
            type="tertiary",
            icon=":material/lightbulb:",
            on_click=press.hint,
            args=(turn.attempt.id, item.id, taken + 1),
        )


def _step(turn: Turn) -> str:
    if turn.explaining or turn.gone:
        return "next"
    return "check" if turn.attempt.mode in FEEDBACK_AT_ONCE else "save"


def _words(turn: Turn, step: str) -> str:
    if step == "check":
        return "Check answer"
    if step == "save":
        return "Save and see your results" if turn.last else "Save answer"
    return "See your results" if turn.last else "Next question"


def _button(turn: Turn, step: str) -> None:
    st.button(
        _words(turn, step),
        key="go",
        type="primary",
        width="stretch",
        on_click=press.go,
        args=(turn.attempt.id, turn.item_id, turn.position, turn.hints, step),
    )
