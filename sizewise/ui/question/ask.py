"""The question itself: its heading and the cards, boxes or the field to answer with."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.item import Bloom
from sizewise.learn.quiz.mode import Mode
from sizewise.library import Library
from sizewise.ui import session
from sizewise.ui.kit.html import css_share, filled
from sizewise.ui.kit.markdown import html, inline
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.kinds.choice import PICK
from sizewise.ui.question.turn import Turn

HERE = Path(__file__).parent

BLOOM: Mapping[Bloom, str] = {
    "remember": "Remember",
    "understand": "Understand",
    "apply": "Apply",
    "analyse": "Analyse",
    "evaluate": "Judge",
}
SO_FAR: Mapping[Mode, str] = {
    "practice": "{right} correct so far",
    "exam": "{saved} saved",
    "missed": "{right} correct so far",
    "pretest": "a guess is welcome, nothing counts",
    "review": "from all your lessons",
}
"""What may be said before the end: an exam keeps right and wrong to itself."""


def head_html(turn: Turn) -> Markup:
    """Progress, skill, level and stem."""
    item = turn.item
    first, _, rest = item.stem.partition("\n\n")
    return filled(
        HERE / "head.html",
        progress=_progress(turn),
        skill=skill_title(turn.library, item.skill),
        level=BLOOM[item.bloom],
        place="" if turn.explaining else turn.place,
        stem=inline(first),
        more=html(rest) if rest else "",
        how="" if turn.explaining else view_of(item).HOW,
    )


def gone_html(turn: Turn) -> Markup:
    """The head of a question that has left the bank."""
    return Markup(
        '<div class="qz-head">{}<h1 class="qz-stem" tabindex="-1" data-place="{}">'
        "This question has been taken out of the quiz.</h1></div>"
    ).format(_progress(turn), turn.place)


ROUND = "question_round"
"""Under this key stands which of how many a question is that is asked alone, counted from 1."""


def _progress(turn: Turn) -> Markup:
    number, total = turn.position + 1, len(turn.attempt.item_ids)
    if turn.rules.alone:
        number, total = session.get(ROUND, (number, total))
    width = css_share((number - 1 + turn.explaining) / total)
    return Markup(
        '<p class="qz-count"><b>%s %s of %s</b> · %s</p>'
        '<div class="qz-bar" aria-hidden="true"><i style="width:%s"></i></div>'
    ) % (_counted(turn), number, total, _so_far(turn), width)


def _counted(turn: Turn) -> str:
    if turn.rules.alone:
        return "Review"
    return "Question" if turn.rules.worth else "Warm-up question"


def _so_far(turn: Turn) -> str:
    return SO_FAR[turn.attempt.mode].format(right=turn.right, saved=len(turn.answers))


def skill_title(library: Library, skill_id: str) -> str:
    """The skill's name on screen; its id while the course does not know it."""
    try:
        return library.course.skill(skill_id).title
    except KeyError:
        return skill_id


def keep() -> str:
    """Keep what is chosen while its question cannot be drawn, and say so if anything is."""
    return "What you chose is kept." if session.keep(PICK) else ""


def widgets(turn: Turn) -> None:
    """Draw what the learner answers with, in one place."""
    view = view_of(turn.item)
    if turn.explaining and not view.STAYS:
        st.empty()
    else:
        view.ask(turn.attempt.id, turn.item)
