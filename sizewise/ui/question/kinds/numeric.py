"""A number is typed."""

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz import number
from sizewise.learn.quiz.kinds.numeric import asked_unit
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownMistake
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui import session
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.kit.paper import line_to_write
from sizewise.ui.question.card import card_html
from sizewise.ui.question.kinds.choice import key
from sizewise.ui.question.kinds.paper import mistake_html, right_html

HOW = "Type a number. Commas, the unit, a percent sign and fractions such as 1/2 are fine."
HOW_ON_PAPER = ""
STAYS = False
LONGEST = 60


def ask(attempt_id: str, item: ShownItem) -> None:
    """A field, named with the unit."""
    unit = asked_unit(item.answer) if item.answer else ""
    st.text_input(
        f"Your answer, {escape_dollars(unit)}" if unit else "Your answer",
        key=key(attempt_id, item.id),
        on_change="ignore",
        autocomplete="off",
        max_chars=LONGEST,
        placeholder=" ",  # by which the style sheet knows whether something is typed
    )


def response(attempt_id: str, item: ShownItem) -> Response:
    """What was typed, if anything."""
    return Response(number=session.get(key(attempt_id, item.id)) or None)


def outcomes(_item: ShownItem) -> tuple[Response, ...]:
    """None: any number may be typed."""
    return ()


def told_html(item: ShownItem, response: Response, explained: Score) -> Markup:
    """What was typed, and the right number where it was not."""
    typed = response.number or ""
    own = card_html(right=explained.right, picked=True, say=typed, why=explained.feedback)
    return own if explained.right else own + solved_html(item)


def sum_html(_item: ShownItem, _explained: Score) -> Markup:
    """A number is right or wrong."""
    return Markup()


def solved_html(item: ShownItem) -> Markup:
    """The right number."""
    wanted = item.answer.text if item.answer else ""
    return card_html(right=True, picked=False, say=wanted, why=None)


def paper_html(question: SheetQuestion) -> Markup:
    """Room for the working, and a line for the number."""
    unit = asked_unit(question.item.answer) if question.item.answer else ""
    line = line_to_write(f"Answer in {unit}" if unit else "Answer")
    return Markup('<p class="working">Working</p>{}').format(line)


def key_html(question: SheetQuestion) -> Markup:
    """The right number, how far off one may be, and the wrong ones that known mistakes lead to."""
    answer = question.item.answer
    if answer is None:
        return right_html(question)
    near = f", and up to {number.written(answer.tolerance, 'percent')} above or below"
    slips = Markup().join(map(_slip_html, answer.mistakes))
    return right_html(question, near if answer.tolerance else "") + slips


def _slip_html(slip: ShownMistake) -> Markup:
    return Markup('<div class="slip"><p><b>{}:</b> {}</p>{}</div>').format(
        slip.text, inline(slip.feedback), mistake_html(slip.misconception)
    )
