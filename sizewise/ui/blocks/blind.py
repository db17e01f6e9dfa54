"""Two answers rated before anybody says where they come from, then held against other raters."""

from collections.abc import Sequence
from fractions import Fraction
from uuid import uuid4

import streamlit as st

from sizewise.learn.lesson.agreement import (
    Ratings,
    same_order,
)
from sizewise.learn.lesson.experiment import (
    BlindRating,
    RatedAnswer,
)
from sizewise.learn.quiz.template import rank
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.blocks.told import told_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import (
    html,
    inline,
    safe,
)

MARKS = (1, 2, 3, 4, 5)
LETTERS = "AB"


def draw_blind_rating(block: BlindRating, key: str) -> None:
    """The question, the rubric, two answers to rate; then who they are, and the others."""
    shown, done = in_order(block.answers, _seed(), key), f"rated-{key}"
    show_html('<p class="labtag">Try it: rate before you know</p>' + case_html(block))
    given = session.get(done)
    columns = st.columns(2, gap="medium")
    for number, (answer, column) in enumerate(zip(shown, columns, strict=True)):
        with column:
            show_html(_answer_html(LETTERS[number], answer))
            _ask(LETTERS[number], key, given[number] if given else None)
    _button(key, done)
    if given:
        show_html(result_html(shown, given))
        st.markdown(safe(block.lesson))


def in_order(answers: Sequence[RatedAnswer], seed: str, place: str) -> tuple[RatedAnswer, ...]:
    """The answers in an order drawn by the seed; the same for the same learner and place."""
    turned = sorted(range(len(answers)), key=lambda number: rank(seed, place, str(number)))
    return tuple(answers[number] for number in turned)


def _seed() -> str:
    """The learner's id; while the record does not answer, one that lasts as long as the tab."""
    try:
        return house.learner_id()
    except RecordUnavailable:
        return str(session.once("blind_seed", lambda: uuid4().hex))


def case_html(block: BlindRating) -> str:
    """What was asked, and what the marks are given for."""
    facts = house.facts()
    lines = "".join(f"<li>{inline(facts.text(each))}</li>" for each in block.rubric)
    return (
        f'<p class="asked">{inline(facts.text(block.question))}</p>'
        f'<p class="fine">What 1 to 5 are given for:</p><ul class="rubric">{lines}</ul>'
    )


def _answer_html(letter: str, answer: RatedAnswer) -> str:
    text = html(house.facts().text(answer.text))
    return f'<article class="rated"><h3>Answer {letter}</h3>{text}</article>'


def _ask(letter: str, key: str, given: int | None) -> None:
    """A scale to rate on; once everything is shown, what was given stays as it is."""
    if given is not None:
        show_html(f'<p class="gave">You gave answer {letter} <b>{given} of 5</b>.</p>')
        return
    st.segmented_control(
        f"Your rating of answer {letter}, 5 is best",
        MARKS,
        key=f"rate-{letter}-{key}",
        persist_state="session",
    )


def _button(key: str, done: str) -> None:
    """One button: it shows what was hidden, then lets the next person begin."""
    scales = [f"rate-{letter}-{key}" for letter in LETTERS]
    own = tuple(session.get(scale) for scale in scales)
    shown, ready = session.get(done), None not in own

    def show() -> None:
        session.put(done, own)

    def again() -> None:
        for name in (done, *scales):
            session.drop(name)

    st.button(
        "Start again" if shown else "Show what they are",
        key=f"show-{key}",
        icon=":material/replay:" if shown else ":material/visibility:",
        on_click=again if shown else show,
        disabled=not (shown or ready),
    )
    if not (shown or ready):
        st.caption("Rate both answers first. Their names and the other raters stay hidden.")


def result_html(shown: Sequence[RatedAnswer], own: Sequence[int]) -> str:
    """What the answers were, what others gave, and how far you lie from them."""
    others = [Ratings(answer.ratings) for answer in shown]
    cards = "".join(map(_card_html, LETTERS, shown, others, own))
    same = same_order(own, others)
    words = (
        "You put the two answers in the same order as the others’ medians do."
        if same
        else "Your order of the two answers differs from that of the others’ medians."
    )
    verdict = told_html(
        "", "=" if same else "≠", "Same order." if same else "Another order.", words
    )
    return f'<div class="unveiled">{cards}</div>{verdict}'


def _card_html(letter: str, answer: RatedAnswer, others: Ratings, own: int) -> str:
    name = inline(house.facts().text(answer.name))
    rows = {
        "You": str(own),
        "The others": ", ".join(map(str, others.given)),
        "Their median": number_words(others.median),
        "Their range": f"{others.spread} of 4 possible",
        "You from their median": number_words(others.distance(own)),
    }
    pairs = "".join(f"<div><dt>{what}</dt><dd>{said}</dd></div>" for what, said in rows.items())
    return (
        f"<section><h3>Answer {letter} was: {name}</h3>{_scale_html(others, own)}"
        f"<dl>{pairs}</dl><p>{agreement_words(others)}</p></section>"
    )


def agreement_words(others: Ratings) -> str:
    """Whether the other raters agree, in a sentence."""
    if others.agree:
        return "✓ The others agree: no two of them are further than one point apart."
    return (
        f"≠ The others differ by {others.spread} points. "
        "Ask each which line of the rubric they had in mind."
    )


def _scale_html(others: Ratings, own: int) -> str:
    """Where everybody stands from 1 to 5, for the eye; the numbers below say the same."""
    cells = "".join(
        f"<li><b>{'●' * others.given.count(mark)}{'◆' if mark == own else ''}</b><s>{mark}</s></li>"
        for mark in MARKS
    )
    return (
        f'<ol class="scale" aria-hidden="true">{cells}</ol>'
        '<p class="fine" aria-hidden="true">● others ◆ you</p>'
    )


def number_words(value: Fraction) -> str:
    """A rating or a distance, halves included: `4`, `3.5`."""
    return f"{float(value):g}"
