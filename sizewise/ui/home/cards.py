"""The map of the course: a card for each lesson, unit by unit."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from sizewise.learn.lesson.course import (
    Course,
    LessonEntry,
    Unit,
)
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html

EMPTY = f'<div class="seg" aria-hidden="true">{"<i></i>" * 4}</div>'
"""The steps of a lesson, none of them done."""


@dataclass(frozen=True)
class State:
    """What a card says of its learner and its lesson."""

    pill: str = ""
    """HTML of the word in its corner."""
    steps: str = ""
    """HTML of the steps that are done."""
    button: str = ""
    """What its button says; without any the lesson cannot be opened."""


COMING = State('<span class="pill new">Coming</span>')
REPAIRED = State('<span class="pill new">Being repaired</span>')


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
        f'<div class="unit"><h2>{escape(unit.title)}</h2><span>{escape(unit.summary)}</span></div>'
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
        f'<div class="lc"><div class="top"><span>{number:02d}</span>{state.pill}</div>'
        f"<h3>{escape(entry.title)}</h3><p>{escape(entry.summary)}</p>{state.steps}</div>"
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
