"""Two answers rated before anybody says where they come from, then held against other raters."""

from collections.abc import Sequence
from fractions import Fraction
from uuid import uuid4

import streamlit as st
from markupsafe import Markup

from sizewise.ground.ratings import Ratings, same_order
from sizewise.ground.written import number
from sizewise.learn.lesson.blocks.blind_rating import BlindRating, RatedAnswer
from sizewise.learn.quiz.template import rank
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line, paragraphs
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.lists import items_html, pairs_html
from sizewise.ui.kit.markdown import html, inline, safe
from sizewise.ui.kit.paper import Form, tag

MOVES = True

MARKS = (1, 2, 3, 4, 5)
LETTERS = "AB"


def draw(block: BlindRating, key: str) -> None:
    """The question, the rubric, two answers to rate; then who they are, and the others."""
    shown, done = in_order(block.answers, _seed(), key), f"rated-{key}"
    show_html(Markup('<p class="labtag">Try it: rate before you know</p>') + case_html(block))
    given = session.get(done)
    columns = st.columns(2, gap="medium")
    for place, (answer, column) in enumerate(zip(shown, columns, strict=True)):
        with column:
            show_html(_answer_html(LETTERS[place], answer))
            _ask(LETTERS[place], key, given[place] if given else None)
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


def case_html(block: BlindRating) -> Markup:
    """What was asked, and what the marks are given for."""
    facts = house.facts()
    lines = items_html(inline(facts.text(each)) for each in block.rubric)
    return Markup(
        '<p class="asked">{}</p><p class="fine">What 1 to 5 are given for:</p>'
        '<ul class="rubric">{}</ul>'
    ).format(inline(facts.text(block.question)), lines)


def _answer_html(letter: str, answer: RatedAnswer) -> Markup:
    text = html(house.facts().text(answer.text))
    return Markup('<article class="rated"><h3>Answer {}</h3>{}</article>').format(letter, text)


def _ask(letter: str, key: str, given: int | None) -> None:
    """A scale to rate on; once everything is shown, what was given stays as it is."""
    if given is not None:
        show_html(
            Markup('<p class="gave">You gave answer {} <b>{} of 5</b>.</p>').format(letter, given)
        )
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


def result_html(shown: Sequence[RatedAnswer], own: Sequence[int]) -> Markup:
    """What the answers were, what others gave, and how far you lie from them."""
    others = [Ratings(answer.ratings) for answer in shown]
    cards = Markup().join(map(_card_html, LETTERS, shown, others, own))
    same = same_order(own, others)
    words = (
        "You put the two answers in the same order as the others’ medians do."
        if same
        else "Your order of the two answers differs from that of the others’ medians."
    )
    verdict = told_html(
        "", "=" if same else "≠", "Same order." if same else "Another order.", words
    )
    return Markup('<div class="unveiled">{}</div>{}').format(cards, verdict)


def _card_html(letter: str, answer: RatedAnswer, others: Ratings, own: int) -> Markup:
    name = inline(house.facts().text(answer.name))
    rows = {
        "You": str(own),
        "The others": ", ".join(map(str, others.given)),
        "Their median": number_words(others.median),
        "Their range": f"{others.spread} of 4 possible",
        "You from their median": number_words(others.distance(own)),
    }
    return Markup("<section><h3>Answer {} was: {}</h3>{}{}<p>{}</p></section>").format(
        letter, name, _scale_html(others, own), pairs_html(rows.items()), agreement_words(others)
    )


def agreement_words(others: Ratings) -> str:
    """Whether the other raters agree, in a sentence."""
    if others.agree:
        return "✓ The others agree: no two of them are further than one point apart."
    return (
        f"≠ The others differ by {others.spread} points. "
        "Ask each which line of the rubric they had in mind."
    )


def _scale_html(others: Ratings, own: int) -> Markup:
    """Where everybody stands from 1 to 5, for the eye; the numbers below say the same."""
    cells = Markup().join(
        Markup("<li><b>{}{}</b><s>{}</s></li>").format(
            "●" * others.given.count(mark), "◆" if mark == own else "", mark
        )
        for mark in MARKS
    )
    return Markup(
        '<ol class="scale" aria-hidden="true">{}</ol>'
        '<p class="fine" aria-hidden="true">● others ◆ you</p>'
    ).format(cells)


def number_words(value: Fraction) -> str:
    """A rating or a distance, halves included: `4`, `3.5`."""
    return number(value, 1)


def on_paper(block: BlindRating) -> Form:
    """Both answers with a scale to circle; who they are stands at the end."""
    shown = in_order(block.answers, "paper", block.question)
    cards = Markup().join(
        Markup(
            '<article class="rated"><h4>Answer {}</h4>{}<p class="circle">Circle: {}</p></article>'
        ).format(
            letter,
            paragraphs(answer.text),
            Markup(" ").join(Markup("<b>{}</b>").format(mark) for mark in MARKS),
        )
        for letter, answer in zip(LETTERS, shown, strict=True)
    )
    names = Markup().join(
        Markup("<li>Answer {}: <b>{}</b>. Others gave {}; their median is {}.</li>").format(
            letter,
            line(answer.name),
            ", ".join(map(str, answer.ratings)),
            number_words(Ratings(answer.ratings).median),
        )
        for letter, answer in zip(LETTERS, shown, strict=True)
    )
    return Form(
        Markup('{}{}<div class="pair">{}</div>').format(
            tag("Rate before you know"), case_html(block), cards
        ),
        Markup("<ul>{}</ul>{}").format(names, paragraphs(block.lesson)),
    )
