"""One question on screen, and what happens until its results are asked for."""

from collections.abc import Sequence
from typing import assert_never

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.response import Response
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.question import ask, certainty, feedback, instant, press
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.press import PressStep
from sizewise.ui.question.turn import GONE, AttemptUnknown, Turn, read

SAVED = "Your answer to this question is saved already. Go on with the next one."


@st.fragment
def question(attempt_id: str) -> None:
    """Draw where the attempt stands; only this part of the page runs again at a press."""
    try:
        turn = read(attempt_id)
        if press.fell_back(turn):
            press.say("notice", press.OLDER)
        if not turn.over:
            _draw(turn)
            press.seen(turn)
            return
        if not turn.rules.alone:
            session.set_query(attempt=attempt_id)
    except RecordUnavailable as trouble:
        _unavailable(house.told(trouble))
        return
    except AttemptUnknown:
        press.say("notice", press.MISSING)
    except GONE:
        pass  # the whole page knows what to say instead
    st.rerun()


def _unavailable(message: str) -> None:
    """The question itself is in the record; what is chosen stays in the draft."""
    st.error(f"{escape_dollars(message)} {ask.keep()}", icon=":material/cloud_off:")
    st.button("Try again", key="again", icon=":material/refresh:", on_click=press.again)


def _draw(turn: Turn) -> None:
    """Words, answers, certainty, button: always these first, so that each stays the same one.

    The browser then changes the words alone, which is the quickest way to the feedback: the
    style sheet hides the answers, which are told in words by then.
    """
    show_html(_words(turn))
    if turn.gone:
        st.empty()
    else:
        ask.widgets(turn)
    certainty.ask(turn)
    _button(turn, _step(turn))
    _notices(turn)
    if not turn.gone and not turn.explaining:
        _hints(turn)


def _words(turn: Turn) -> Markup:
    if turn.gone:
        return ask.gone_html(turn)
    return ask.head_html(turn) + feedback.told_html(turn) + instant.carried_html(turn)


def _notices(turn: Turn) -> None:
    said = press.said()
    if said.kind in {"", "trouble"} and turn.answer and not turn.explaining:
        said = press.PressSentence("notice", SAVED)
    if not said.kind:
        return
    words = escape_dollars(said.words)
    with st.container(key="qwanting" if said.kind == "wanting" else "qnotice"):
        if said.kind == "trouble":
            way = press.KEPT if _unsaved(turn, said.item_id) else press.AGAIN
            st.error(f"{words} {way}", icon=":material/cloud_off:")
        else:
            st.warning(words, icon=":material/touch_app:")


def _unsaved(turn: Turn, item_id: str) -> bool:
    """Whether an answer could not be saved, and is still what the learner sees chosen."""
    if turn.gone or item_id != turn.item_id:
        return False
    return view_of(turn.item).response(turn.attempt.id, turn.item) != Response()


def _hints(turn: Turn) -> None:
    """The hints that were taken, and a button for the next; the script takes the focus to it."""
    item, taken = turn.item, turn.hints
    if not turn.rules.hints or not item.hints:
        return
    with st.container(key="hints", gap=None):
        show_html(_hints_html(item.hints[:taken]))
        if taken < len(item.hints):
            st.button(
                "Another hint" if taken else _first_hint(turn),
                key="hint",
                type="tertiary",
                icon=":material/lightbulb:",
                on_click=press.hint,
                args=(turn.attempt.id, item.id, taken + 1),
            )


def _hints_html(hints: Sequence[str]) -> Markup:
    """A status, there before its first hint: what comes into it is announced."""
    steps = Markup().join(
        Markup('<li tabindex="-1">{}</li>').format(inline(each)) for each in hints
    )
    taken = Markup('<div class="qz-hints"><p>Hints</p><ol>{}</ol></div>').format(steps)
    return Markup('<div role="status">{}</div>').format(taken if hints else NO_HTML)


def _first_hint(turn: Turn) -> str:
    price = "comes back sooner" if turn.rules.alone else "counts half"
    return f"Show a hint (this question then {price})"


def _step(turn: Turn) -> PressStep:
    if turn.answer or turn.gone:
        return "next"
    return "check" if turn.rules.explains_at_once else "save"


def _label(turn: Turn, step: PressStep) -> str:
    match step:
        case "check":
            return "Check answer"
        case "save":
            return "Save and see your results" if turn.last else "Save answer"
        case "next" if turn.rules.alone:
            return "Go on"
        case "next":
            return "See your results" if turn.last else "Next question"
        case _:
            assert_never(step)


def _button(turn: Turn, step: PressStep) -> None:
    st.button(
        _label(turn, step),
        key="go",
        type="primary",
        width="stretch",
        on_click=press.go,
        args=(turn.attempt.id, turn.item_id, turn.position, turn.hints, step),
        kwargs={"last": turn.last},
    )
