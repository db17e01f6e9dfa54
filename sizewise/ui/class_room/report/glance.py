"""First glance: which mistake to teach again, who has not begun, and who is stuck."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, listed, number_of
from sizewise.learn.class_room.first_glance import (
    FEW,
    LAST,
    FirstGlance,
    SharedMistake,
    StuckLearner,
)
from sizewise.learn.class_room.membership import Class
from sizewise.learn.class_room.small_cells import FEWEST, alone
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house
from sizewise.ui.class_room.report.frame import (
    HERE,
    figures,
    figures_html,
    members,
    names_html,
    on_projector,
)
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.places import links_html

LATELY = timedelta(days=7)
"""How long ago a mistake was made lately, at most."""
MOST = 6
"""Mistakes that are shown at once; the others are folded up."""
STUCK = (
    f"Stuck is who had at most {FEW} of the last {LAST} first tries right. Somebody who gets 6 in "
    "10 right meets such a run by chance about once in 20 times."
)
MOST_SKILLS = 3
"""Skills that are named of who is stuck."""


def draw(group: Class) -> None:
    """Draw it."""
    if not members(group):
        return
    projector = on_projector()
    found = house.journal().glance(group.id, house.now() - LATELY)
    waiting, stuck, going_on = found.standing
    counts = [
        (going_on, "going on", "well"),
        (stuck, "stuck", "stuck"),
        (waiting, "not begun", ""),
    ]
    show_html(figures_html(figures(counts, projector)))
    _mistakes(found)
    if not projector:
        _stuck(found)
        _not_begun(found.not_begun)


# Mistakes


def _mistakes(found: FirstGlance) -> None:
    st.header("Teach again", anchor=False)
    if found.answering < FEWEST:
        st.markdown(
            f"The mistakes of a class are shown once {FEWEST} learners have answered: with fewer "
            "it would be told who made them."
        )
        return
    known = {each.id for each in house.library().course.misconceptions}
    widespread = [each for each in found.mistakes if each.id in known and each.learners >= FEWEST]
    if widespread:
        st.markdown("Mistakes with a name, the most widespread first, from first tries.")
        show_html(_list(widespread, found.answering))
    else:
        st.markdown(f"No named mistake was made by {FEWEST} learners or more.")
    rare = sum(each.id in known and each.learners < FEWEST for each in found.mistakes)
    gone = sum(each.id not in known for each in found.mistakes)
    _left_out(rare, gone)


def _left_out(rare: int, gone: int) -> None:
    said = [f"{number_of(rare, 'mistake')} of {alone(0).words} learners each"] if rare else []
    said += [f"{number_of(gone, 'mistake')} that the course names no more"] if gone else []
    if said:
        st.caption(f"Not listed: {listed(said)}.")


def _list(mistakes: Sequence[SharedMistake], answering: int) -> Markup:
    cards = [_mistake(each, answering) for each in mistakes]
    older = Markup()
    if len(cards) > MOST:
        older = Markup('<details class="older"><summary>{} more</summary>{}</details>').format(
            len(cards) - MOST, _cards(cards[MOST:])
        )
    return _cards(cards[:MOST]) + older


def _cards(cards: Sequence[Markup]) -> Markup:
    return Markup('<ol class="shared">{}</ol>').format(Markup().join(cards))


def _mistake(made: SharedMistake, answering: int) -> Markup:
    mistake = house.library().course.misconception(made.id)
    return filled(
        HERE / "mistake.html",
        title=inline(house.facts().text(mistake.title)),
        repair=inline(house.facts().text(mistake.repair)),
        learners=made.learners,
        answering=answering,
        width=css_share(made.learners / answering),
        lately=_lately(made),
        links=links_html("Teach again:", _explained_in(made)),
    )


def _lately(made: SharedMistake) -> str:
    if not made.lately:
        return "Not made in the last 7 days."
    return f"Made by {alone(made.lately).words} of them in the last 7 days."


def _explained_in(made: SharedMistake) -> Sequence[Reference]:
    """Where the item that caught most sends its learners; else where another one with it does."""
    quizzes = house.library().quizzes
    with_it = [
        ((quiz.id, item.id) != made.place, item.references)
        for quiz in quizzes.values()
        for item in quiz.items
        if made.id in item.misconceptions and item.references
    ]
    return min(with_it, key=lambda each: each[0])[1] if with_it else ()


# Who needs help


def _stuck(found: FirstGlance) -> None:
    st.header("Stuck", anchor=False)
    st.markdown(STUCK)
    if not found.stuck:
        st.markdown("Nobody is, so far.")
        return
    lines = [
        filled(
            HERE / "stuck.html",
            name=each.pseudonym,
            right=f"{each.right} of the last {LAST} right, until {day_words(each.last.date())}",
            skills=_skills(each),
        )
        for each in found.stuck
    ]
    show_html(Markup('<ul class="stuck-at">{}</ul>').format(Markup().join(lines)))


def _skills(stuck: StuckLearner) -> list[str]:
    titles = {skill.id: skill.title for skill in house.library().course.skills}
    return [titles[each] for each in stuck.skills if each in titles][:MOST_SKILLS]


def _not_begun(names: Sequence[str]) -> None:
    st.header("Not begun", anchor=False)
    if not names:
        st.markdown("Everybody has read or answered something.")
        return
    st.markdown("Who has neither answered nor read anything since joining.")
    show_html(names_html(names))
