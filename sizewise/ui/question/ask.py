"""The question itself: its heading and the cards, boxes or the field to answer with."""

import re
from html import escape

import streamlit as st

from sizewise.learn.scoring import Response
from sizewise.learn.template import ShownItem
from sizewise.library import Library
from sizewise.ui import session
from sizewise.ui.markdown import escape_dollars, html, inline
from sizewise.ui.question.turn import Turn

BLOOM = {
    "remember": "Remember",
    "understand": "Understand",
    "apply": "Apply",
    "analyse": "Analyse",
    "evaluate": "Judge",
}
HOW = {
    "multiple": "More than one is right. Choose every right one.",
    "numeric": "Type a number. Commas and a dollar sign are fine.",
}


def head_html(turn: Turn) -> str:
    """Progress, skill, level and stem."""
    item = turn.item
    first, _, rest = item.stem.partition("\n\n")
    place = "" if turn.explaining else f' data-place="{turn.place}"'
    return (
        f'<div class="qz-head">{_progress(turn)}<p class="qz-tags">'
        f'<span class="qz-tag skill"><span class="only-heard">Skill: </span>'
        f"{escape(skill_title(turn.library, item.skill))}</span>"
        f'<span class="qz-tag"><span class="only-heard">Level: </span>{BLOOM[item.bloom]}</span>'
        f"</p>"
        f'<h1 class="qz-stem" tabindex="-1"{place}>{inline(first)}</h1>'
        + (f'<div class="qz-more">{html(rest)}</div>' if rest else "")
        + (f'<p class="qz-how">{HOW[item.type]}</p>' if _tells_how(turn) else "")
        + "</div>"
    )


def gone_html(turn: Turn) -> str:
    """The head of a question that has left the bank."""
    return (
        f'<div class="qz-head">{_progress(turn)}<h1 class="qz-stem" tabindex="-1" '
        f'data-place="{turn.place}">This question has been taken out of the quiz.</h1></div>'
    )


def _tells_how(turn: Turn) -> bool:
    return turn.item.type in HOW and not turn.explaining


def _progress(turn: Turn) -> str:
    total = len(turn.attempt.item_ids)
    width = 100 * (turn.position + turn.explaining) / total
    return (
        f'<p class="qz-count"><b>{_counted(turn)} {turn.position + 1} of {total}</b>'
        f" · {_so_far(turn)}</p>"
        f'<div class="qz-bar" aria-hidden="true"><i style="width:{width:.1f}%"></i></div>'
    )


def _counted(turn: Turn) -> str:
    return "Warm-up question" if turn.attempt.mode == "pretest" else "Question"


def _so_far(turn: Turn) -> str:
    """What may be said before the end: an exam keeps right and wrong to itself."""
    if turn.attempt.mode == "exam":
        return f"{len(turn.answers)} saved"
    if turn.attempt.mode == "pretest":
        return "a guess is welcome, nothing counts"
    return f"{turn.right} correct so far"


def skill_title(library: Library, skill_id: str) -> str:
    """The skill's name on screen; its id while the course does not know it."""
    try:
        return library.course.skill(skill_id).title
    except KeyError:
        return skill_id


def key(attempt_id: str, item_id: str, option_id: str = "") -> str:
    """The name of the widget that holds this answer in the draft."""
    return f"pick_{attempt_id}_{item_id}_{option_id}"


def widgets(turn: Turn) -> None:
    """Draw what the learner answers with, in one place. Choosing never submits.

    Radio cards stay, hidden, while their answer is explained: taking them away and drawing the
    feedback at once would make the learner wait longer for it.
    """
    item = turn.item
    if turn.explaining and item.type in ("multiple", "numeric"):
        st.empty()
    elif item.type == "multiple":
        _boxes(turn.attempt.id, item)
    elif item.type == "numeric":
        _field(turn.attempt.id, item)
    else:
        _cards(turn.attempt.id, item)


def _cards(attempt_id: str, item: ShownItem) -> None:
    texts = {option.id: escape_dollars(option.text) for option in item.options}
    st.radio(
        _label(item),
        list(texts),
        index=None,
        key=key(attempt_id, item.id),
        format_func=texts.__getitem__,
        on_change="ignore",
        label_visibility="collapsed",
        width="stretch",
    )


def _boxes(attempt_id: str, item: ShownItem) -> None:
    with st.container(key="boxes"):
        for option in item.options:
            st.checkbox(
                escape_dollars(option.text),
                key=key(attempt_id, item.id, option.id),
                on_change="ignore",
                width="stretch",
            )


def _field(attempt_id: str, item: ShownItem) -> None:
    unit = item.answer.unit if item.answer else None
    st.text_input(
        f"Your answer in {escape_dollars(unit)}" if unit else "Your answer",
        key=key(attempt_id, item.id),
        on_change="ignore",
        autocomplete="off",
        max_chars=60,
    )


def _label(item: ShownItem) -> str:
    """The name of the group for those who hear the page; no Markdown is read there."""
    return re.sub(r"[*`]", "", item.stem.partition("\n\n")[0])


def response(attempt_id: str, item: ShownItem) -> Response:
    """What the widgets hold now."""
    if item.type == "multiple":
        ids = [option.id for option in item.options]
        return Response(picked=tuple(i for i in ids if session.get(key(attempt_id, item.id, i))))
    value = session.get(key(attempt_id, item.id))
    if item.type == "numeric":
        return Response(number=value or None)
    return Response(picked=(value,) if value else ())
