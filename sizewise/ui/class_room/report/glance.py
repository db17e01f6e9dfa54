"""First glance: which mistake to teach again, who has not begun, and who is stuck."""

from collections.abc import Callable, Mapping, Sequence
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
from sizewise.learn.class_room.small_cells import FEWEST, alone, parts
from sizewise.learn.lesson.course import Misconception
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house
from sizewise.ui.class_room.report.frame import (
    HERE,
    counts_of,
    figures,
    figures_html,
    members,
    more_html,
    names_html,
    on_projector,
)
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.places import links_html

LATELY = timedelta(days=7)
"""How long ago a mistake was made lately, at most."""
MOST = 5
"""Mistakes that are shown in full; of the others only how widespread they are."""
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
    found = house.journal().glance(*counts_of(group), house.now() - LATELY)
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
        show_html(_list(widespread, len(found.learners)))
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


def _list(mistakes: Sequence[SharedMistake], count: int) -> Markup:
    named = {each.id: each for each in house.library().course.misconceptions}
    explained, read = _explained(), house.facts().text
    cards = [
        _card(each, named[each.id], read, explained.get(each.id, {}), count)
        for each in mistakes[:MOST]
    ]
    rest = ((inline(read(named[each.id].title)), each.learners) for each in mistakes[MOST:])
    return Markup('<ol class="shared">{}</ol>').format(Markup().join(cards)) + more_html(
        rest, count
    )


def _card(
    made: SharedMistake,
    mistake: Misconception,
    read: Callable[[str], str],
    explained: Mapping[ItemPlace, Sequence[Reference]],
    count: int,
) -> Markup:
    """A mistake beside the size of the class, which everybody knows: beside those who have answered
    it would tell how few have not.
    """
    where = explained.get(made.place) or next(iter(explained.values()), ())
    return filled(
        HERE / "mistake.html",
        title=inline(read(mistake.title)),
        repair=inline(read(mistake.repair)),
        learners=made.learners,
        count=count,
        width=css_share(made.learners / count),
        lately=lately_words(made),
        links=links_html("Teach again:", where),
    )


def lately_words(made: SharedMistake) -> str:
    """How many made a mistake in the last days: never so that few who did not can be counted."""
    if not made.lately:
        return "Not made in the last 7 days."
    cells = parts((made.lately, made.learners - made.lately))
    lately = cells[0].words if cells and not cells[0].small else "some"
    return f"Made by {lately} of them in the last 7 days."


def _explained() -> dict[str, dict[ItemPlace, Sequence[Reference]]]:
    """Where each item with a mistake sends its learners, by the mistake's id."""
    found: dict[str, dict[ItemPlace, Sequence[Reference]]] = {}
    for quiz in house.library().quizzes.values():
        for item in quiz.items:
            for name in item.misconceptions if item.references else ():
                found.setdefault(name, {})[ItemPlace(quiz.id, item.id)] = item.references
    return found


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
            right=f"{each.right} of the last {LAST} right, until "
            f"{day_words(house.day_here(each.last))}",
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
