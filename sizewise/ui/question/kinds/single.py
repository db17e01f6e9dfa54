"""One option is picked, from cards."""

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem
from sizewise.ui import session
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.question.card import card_html
from sizewise.ui.question.kinds.choice import key, label
from sizewise.ui.question.kinds.choice import key_html as key_html
from sizewise.ui.question.kinds.choice import paper_html as paper_html

HOW = ""
HOW_ON_PAPER = ""
STAYS = True


def ask(attempt_id: str, item: ShownItem) -> None:
    """Radio buttons, styled as cards."""
    texts = {option.id: escape_dollars(option.text) for option in item.options}
    st.radio(
        label(item),
        list(texts),
        index=None,
        key=key(attempt_id, item.id),
        format_func=texts.__getitem__,
        on_change="ignore",
        label_visibility="collapsed",
        width="stretch",
    )


def response(attempt_id: str, item: ShownItem) -> Response:
    """The picked card, if any."""
    picked = session.get(key(attempt_id, item.id))
    return Response(picked=(picked,) if picked else ())


def outcomes(item: ShownItem) -> tuple[Response, ...]:
    """Each card, picked."""
    return tuple(Response(picked=(option.id,)) for option in item.options)


def told_html(item: ShownItem, response: Response, _explained: Score) -> Markup:
    """Every option with its reason."""
    return _cards(item, response.picked)


def sum_html(_item: ShownItem, _explained: Score) -> Markup:
    """One pick is no sum."""
    return Markup()


def solved_html(item: ShownItem) -> Markup:
    """Every option with its reason, none of them picked."""
    return _cards(item, ())


def _cards(item: ShownItem, picked: tuple[str, ...]) -> Markup:
    return Markup().join(
        card_html(
            right=option.key,
            picked=option.id in picked,
            say=inline(option.text),
            why=option.feedback,
        )
        for option in item.options
    )
