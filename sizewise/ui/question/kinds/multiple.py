"""Several options are picked, from boxes to tick."""

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import points
from sizewise.learn.quiz.item import Scoring
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.ui import session
from sizewise.ui.kit.html import NO_HTML
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.question.card import card_html, gain_html, gain_words
from sizewise.ui.question.kinds.choice import key
from sizewise.ui.question.kinds.choice import key_html as key_html
from sizewise.ui.question.kinds.choice import paper_html as paper_html
from sizewise.ui.question.kinds.single import solved_html as solved_html

HOW = "More than one is right. Choose every right one."
HOW_ON_PAPER = "More than one is right. Circle every right letter."
STAYS = False
MISSED = "Correct, not chosen."
"""Said of a key that was not picked."""


def ask(attempt_id: str, item: ShownItem) -> None:
    """A box for each option."""
    with st.container(key="boxes"):
        for option in item.options:
            st.checkbox(
                escape_dollars(option.text),
                key=key(attempt_id, item.id, option.id),
                on_change="ignore",
                width="stretch",
            )


def response(attempt_id: str, item: ShownItem) -> Response:
    """The ticked boxes."""
    ids = [option.id for option in item.options]
    return Response(picked=tuple(i for i in ids if session.get(key(attempt_id, item.id, i))))


def outcomes(_item: ShownItem) -> tuple[Response, ...]:
    """None: what is said depends on all that is given, and that has too many ways."""
    return ()


def told_html(item: ShownItem, response: Response, explained: Score) -> Markup:
    """Every option with its reason, and its points where they are summed."""
    gains = {line.option_id: line.points for line in explained.lines} if _summed(item) else {}
    return Markup().join(_card(option, response.picked, gains) for option in item.options)


def sum_html(item: ShownItem, explained: Score) -> Markup:
    """The points of the picks; nothing where only the whole pick counts."""
    counted = [line.points for line in explained.lines if line.points]
    if not _summed(item) or not counted:
        return Markup()
    terms = " ".join(gain_words(each) for each in counted)
    floor = ", and never below 0" if sum(counted) < 0 else ""
    return Markup('<p class="qz-sum">{} = {} of 1 point{}</p>').format(
        terms, points(explained.value), floor
    )


def _summed(item: ShownItem) -> bool:
    """Whether the score is a sum of points per option."""
    return item.scoring != Scoring.EXACT


def _card(option: ShownOption, picked: tuple[str, ...], gains: Mapping[str, Decimal]) -> Markup:
    gain = gains.get(option.id)
    return card_html(
        right=option.key,
        picked=option.id in picked,
        say=inline(option.text),
        why=option.feedback,
        words=MISSED if option.key and option.id not in picked else "",
        gain=gain_html(gain) if gain is not None else NO_HTML,
    )
