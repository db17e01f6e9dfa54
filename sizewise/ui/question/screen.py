"""One question on screen, and what happens until its results are asked for."""

import streamlit as st

from sizewise.learn.item import Reference
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.markdown import escape_dollars, inline
from sizewise.ui.question import ask, feedback, press
from sizewise.ui.question.turn import FEEDBACK_AT_ONCE, HINTED, Turn, read

KEPT = "What you chose is still here: press the button again."


@st.fragment
def question(attempt_id: str) -> None:
    """Draw where the attempt stands; only this part of the page runs again at a press."""
    try:
        turn = read(attempt_id)
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
    """Head, body, button: always three, so that the button stays the same one and keeps focus."""
    st.html("<p>Question</p>" if turn.gone else ask.head_html(turn))
    with st.container(key="qbody"):
        if turn.gone:
            st.info("This question has been taken out of the quiz.", icon=":material/info:")
        else:
            _told(turn) if turn.explaining else _asked(turn)
        _notices()
    _button(turn, _step(turn))


def _asked(turn: Turn) -> None:
    ask.widgets(turn)
    if turn.attempt.mode in HINTED and turn.item.hints:
        _hints(turn)


def _told(turn: Turn) -> None:
    item, answer = turn.item, turn.answer
    if answer:
        st.html(feedback.cards_html(item, answer) + feedback.verdict_html(item, answer, turn.place))
    for reference in item.references:
        _link(reference)


def _link(reference: Reference) -> None:
    lesson = house.library().lessons.get(reference.lesson)
    if lesson is None:
        return
    titles = {part.anchor: part.title for part in lesson.parts}
    st.page_link(
        house.ROOT / "pages" / "lesson.py",
        label=f"Read again: {titles.get(reference.anchor or '', lesson.head.title)}",
        icon=":material/menu_book:",
        query_params={"lesson": lesson.id, "part": reference.anchor or ""},
    )


def _notices() -> None:
    notice, trouble = session.get(press.NOTICE), session.get(press.TROUBLE)
    if notice or trouble:
        with st.container(key="qnotice"):
            if notice:
                st.warning(escape_dollars(notice), icon=":material/touch_app:")
            else:
                st.error(f"{trouble} {KEPT}", icon=":material/cloud_off:")


def _hints(turn: Turn) -> None:
    item, taken = turn.item, press.hints_taken(turn.attempt.id, turn.item)
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
        args=(turn.attempt.id, turn.item_id, turn.position, step),
    )
