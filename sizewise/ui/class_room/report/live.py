"""Live: a quiz that the class takes just now, drawn anew every few seconds while answers come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import whole_percent
from sizewise.learn.class_room.live import Going, at_question, going_on, standing
from sizewise.learn.class_room.membership import Class
from sizewise.learn.class_room.small_cells import FEWEST
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.class_room import mine
from sizewise.ui.class_room.report.frame import (
    HERE,
    counts_of,
    figures,
    figures_html,
    members,
    on_projector,
)
from sizewise.ui.frame.comfort import kept
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.you.attempts import WAYS

LOOK = 4.0
"""Seconds between two looks."""
QUIET = timedelta(minutes=2)
"""After so long without an answer the picture stands still, until the teacher looks again."""
RECENT = timedelta(hours=3)
"""A quiz that was begun longer ago does not run any more."""
WATCHED, CHOSEN = "class_live_since", "class_live_quiz"


def draw(group: Class) -> None:
    """Draw the running quiz."""
    learners = members(group)
    if not learners:
        return
    projector = on_projector()
    quiz = _quiz(house.journal().running(*counts_of(group), house.now() - RECENT))
    going = _going(group, quiz)
    live = not _still() and _lately(going)
    look = st.fragment(_look, run_every=LOOK if live else None)
    look(group, quiz, len(learners), projector, live)
    _pause(live)


def _quiz(running: Sequence[str]) -> str:
    """The quiz to look at: the one begun last, unless the teacher chooses another."""
    if not running:
        return ""
    if session.get(CHOSEN) not in running:
        session.put(CHOSEN, running[0])
    titles = {entry.id: entry.title for entry in house.library().course.lessons}
    chosen = st.selectbox(
        "Quiz that is going on",
        running,
        format_func=lambda name: titles.get(name, f"{name} (not in the course any more)"),
        key=CHOSEN,
    )
    return str(chosen)


def _going(group: Class, quiz: str) -> tuple[Going, ...]:
    taken = house.journal().going(*counts_of(group), quiz, house.now() - RECENT) if quiz else ()
    return tuple(going_on(each, house.library().quizzes.get(quiz)) for each in taken)


def _still() -> bool:
    """Whether the teacher's reading settings ask for no motion."""
    return kept.current().get("motion") == "off"


def _lately(going: Sequence[Going]) -> bool:
    """Whether something happened in the last minutes: an answer, or the teacher came to look."""
    if session.get(WATCHED, (None,))[0] != session.get(session.VISIT):
        _watch()
    looked = datetime.fromisoformat(session.get(WATCHED)[1])
    return house.now() - max([looked, *(each.last for each in going)]) < QUIET


def _look(group: Class, quiz: str, count: int, projector: bool, live: bool) -> None:
    """One look: a fragment of its own. When it falls quiet, the page is drawn once more, and then
    stands still; it is drawn, too, when another tab has closed the class.
    """
    try:
        gone = group.id not in mine.taught()
        going = _going(group, quiz)
        other = not quiz and house.journal().running(*counts_of(group), house.now() - RECENT)
    except RecordUnavailable as trouble:
        st.warning(escape_dollars(house.told(trouble)), icon=":material/save_as:")
        return
    if gone or other or (live and not _lately(going)):
        st.rerun()
    if quiz:
        _draw(going, count, projector)
    else:
        st.markdown("No quiz is going on: nobody has begun one in the last 3 hours.")


def _draw(going: Sequence[Going], count: int, projector: bool) -> None:
    finished, under_way, waiting = standing(going, count)
    counts = [
        (finished, "finished", "well"),
        (under_way, "under way", "way"),
        (waiting, "not begun", ""),
    ]
    show_html(figures_html(figures(counts, projector)) + _whole(going))
    if not projector:
        show_html(_questions(going) + _learners(going))


def _whole(going: Sequence[Going]) -> Markup:
    """All answers together, once there are enough learners."""
    asked, answered = sum(g.asked for g in going), sum(g.answered for g in going)
    if len(going) < FEWEST or not answered:
        return Markup()
    return filled(
        HERE / "whole.html",
        answered=whole_percent(answered / asked),
        width=css_share(answered / asked),
        right=whole_percent(sum(g.right for g in going) / answered),
    )


def _questions(going: Sequence[Going]) -> Markup:
    """Who is where: a column for each question."""
    at, most = at_question(going), max((each.asked for each in going), default=0)
    if not at:
        return Markup()
    columns = [
        (n, at.get(n, 0), css_share(at.get(n, 0) / max(at.values()))) for n in range(1, most + 1)
    ]
    return filled(HERE / "questions.html", columns=columns)


def _learners(going: Sequence[Going]) -> Markup:
    rows = [
        Row(
            Markup('<span class="name">{}</span>').format(each.pseudonym),
            (_where(each), f"{each.right} of {each.answered}", WAYS[each.mode]),
        )
        for each in going
    ]
    return stacked_html(("Learner", "Question", "Right so far", "How"), rows, css="going")


def _where(going: Going) -> str:
    return "finished" if going.finished else f"{going.question} of {going.asked}"


def _pause(live: bool) -> None:
    """Say whether it moves, and let the teacher look again."""
    if live:
        st.caption("This is drawn anew every few seconds, while something happens.")
        return
    why = "Your reading settings ask for no motion" if _still() else "Nothing has happened lately"
    st.caption(f"{why}: this stands still.")
    st.button("Look again", key="class_look", icon=":material/refresh:", on_click=_watch)


def _watch() -> None:
    """Note that the teacher looks from now on, on this visit."""
    session.put(WATCHED, (session.get(session.VISIT), house.now().isoformat()))
