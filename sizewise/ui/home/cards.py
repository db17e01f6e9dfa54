"""The map of the course: a card for each lesson, unit by unit."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.course import Course, LessonEntry, Unit
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import NO_HTML, show_html

EMPTY = Markup('<div class="seg" aria-hidden="true">{}</div>').format(Markup("<i></i>") * 4)
"""The steps of a lesson, none of them done."""


@dataclass(frozen=True)
class State:
    """What a card says of its learner and its lesson."""

    pill: Markup = NO_HTML
    """The word in its corner."""
    steps: Markup = NO_HTML
    """The steps that are done."""
    button: str = ""
    """What its button says; without any the lesson cannot be opened."""


COMING = State(Markup('<span class="pill new">Coming</span>'))
REPAIRED = State(Markup('<span class="pill new">Being repaired</span>'))


def not_known_yet(entry: LessonEntry) -> State:
    """What can be said before the lesson and the record have been read."""
    if entry.status == "coming":
        return COMING
    return State(steps=EMPTY, button=f"Open, {entry.minutes} min")


def draw(course: Course, state: Callable[[LessonEntry], State]) -> None:
    """Draw every unit; `state` tells how far the learner is with a lesson."""
    number = 1
    for unit in course.units:
        _unit(unit, number, state)
        number += len(unit.lessons)


def _unit(unit: Unit, number: int, state: Callable[[LessonEntry], State]) -> None:
    show_html(
        Markup('<div class="unit"><h2>{}</h2><span>{}</span></div>').format(
            unit.title, unit.summary
        )
    )
    wide = 4 if len(unit.lessons) == 4 else 3
    for place, entry in enumerate(unit.lessons):
        if place % wide == 0:
            columns = st.columns(wide, gap="medium" if wide == 3 else "small")
        key = f"lc_{entry.status}_{entry.id}"
        with columns[place % wide], st.container(border=True, key=key, height="stretch"):
            _card(entry, number + place, state(entry))


def _card(entry: LessonEntry, number: int, state: State) -> None:
    show_html(
        Markup(
            '<div class="lc"><div class="top"><span>{:02d}</span>{}</div><h3>{}</h3><p>{}'
            "</p>{}</div>"
        ).format(number, state.pill, entry.title, entry.summary, state.steps)
    )
    if state.button:
        button_to(
            state.button,
            "lesson",
            key=f"card_{entry.id}",
            lesson=entry.id,
            plain=True,
            icon="arrow_forward",
        )
