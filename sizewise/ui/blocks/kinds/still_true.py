"""Dated claims to judge; the catalogue knows whether each still holds."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.learn.lesson.blocks.still_true import DatedClaim, StillTrue
from sizewise.library.checks.claims import Judged, judge
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.paper import Form, tag, ticks_html

MOVES = True

STILL, OUT = "Still true", "Out of date"


def draw(block: StillTrue, key: str) -> None:
    """Each claim with its day and two answers; then what the catalogue says, and the score."""
    facts = house.library().facts_on(house.today())
    judged = [judge(claim, facts) for claim in block.claims]
    show_html(Markup('<p class="labtag">Try it: does it still hold today?</p>'))
    for number, (claim, truth) in enumerate(zip(block.claims, judged, strict=True)):
        with st.container(key=f"claim-{number}-{key}", gap="small"):
            _claim(claim, truth, f"{number}-{key}")
    show_html(
        score_html([session.get(f"first-{number}-{key}") for number in _places(block)], judged)
    )


def _places(block: StillTrue) -> range:
    return range(len(block.claims))


def _claim(claim: DatedClaim, truth: Judged, key: str) -> None:
    show_html(claim_html(claim, truth))
    widget = f"still-{key}"
    chosen = st.segmented_control(
        "Your verdict",
        (STILL, OUT),
        key=widget,
        label_visibility="collapsed",
        on_change=partial(_note_first, widget, f"first-{key}"),
        persist_state="session",
    )
    if chosen is not None:
        show_html(verdict_html(claim, truth, chosen))


def _note_first(widget: str, first: str) -> None:
    """Only the first answer counts: after it, the truth is on screen."""
    if session.get(first) is None:
        session.put(first, session.get(widget))


def claim_html(claim: DatedClaim, truth: Judged) -> Markup:
    """The claim as it was written on its day."""
    words = inline(house.facts().text(claim.claim.replace("{then}", truth.then)))
    return Markup(
        '<blockquote class="claim"><p>{}</p><footer>Written on {}</footer></blockquote>'
    ).format(words, day_words(claim.said_on))


def verdict_html(claim: DatedClaim, truth: Judged, chosen: str) -> Markup:
    """Whether the verdict is right, what holds now, and what to learn from it."""
    right = (chosen == STILL) == truth.still
    sign, word = ("✓", "Right:") if right else ("✕", "No:")
    state = "it is still true." if truth.still else "it is out of date."
    why = claim.why.replace("{then}", truth.then).replace("{now}", truth.now)
    said = Markup("{} {}").format(state, inline(house.facts().text(why)))
    return told_html("ok" if right else "off", sign, word, said)


def score_html(first: Sequence[str | None], judged: Sequence[Judged]) -> Markup:
    """How many first answers were right, of those given so far."""
    given = [(answer, truth) for answer, truth in zip(first, judged, strict=True) if answer]
    right = sum((answer == STILL) == truth.still for answer, truth in given)
    left = len(judged) - len(given)
    score = (
        Markup("<b>{} of {}</b> right at first go").format(right, len(given)) if given else Markup()
    )
    to_judge = f"{left} to judge" if left else ""
    words = Markup(", ").join(filter(None, (score, to_judge)))
    return Markup('<p class="tally" role="status">{}.</p>').format(words)


def on_paper(block: StillTrue) -> Form:
    """Each claim with its day and two boxes; what the catalogue says stands at the end."""
    facts = house.library().facts_on(house.today())
    judged = [(claim, judge(claim, facts)) for claim in block.claims]
    asked = Markup().join(
        Markup("<li>{}{}</li>").format(claim_html(claim, truth), ticks_html((STILL, OUT), row=True))
        for claim, truth in judged
    )
    said = Markup().join(
        Markup("<li><b>{}.</b> {}</li>").format(
            STILL if truth.still else OUT,
            line(claim.why.replace("{then}", truth.then).replace("{now}", truth.now)),
        )
        for claim, truth in judged
    )
    return Form(
        Markup("{}<ol>{}</ol>").format(tag("Does it still hold today?"), asked),
        Markup("<ol>{}</ol>").format(said),
    )
