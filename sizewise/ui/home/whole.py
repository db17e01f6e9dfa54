"""All of the first page, with what the record knows of its learner."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.course import LessonEntry
from sizewise.learn.progress.trail import STEPS, Progress, Trail
from sizewise.ui import house
from sizewise.ui.frame import theme
from sizewise.ui.home import cards, due, hero, receipt, returning, tiles
from sizewise.ui.you import progress

PILLS = (
    ("new", "New"),
    ("now", "In progress"),
    ("now", "Read"),
    ("ok", "✓ Passed"),
    ("ok", "✓ Mastered"),
)


def draw() -> None:
    """Draw it."""
    theme.comfort()
    trail = progress.trail()
    house.record_notice()
    course = house.library().course
    due.draw(trail)
    left, right = st.columns([7, 5], gap="large", vertical_alignment="center")
    with left:
        if trail.begun:
            returning.draw(trail)
        else:
            hero.draw(course, house.first_lesson())
    with right:
        receipt.draw()
    st.space("small")
    tiles.draw(trail)
    cards.draw(course, partial(_state, trail))


def _state(trail: Trail, entry: LessonEntry) -> cards.State:
    if entry.status == "coming":
        return cards.COMING
    lesson = house.library().lessons.get(entry.id)
    if lesson is None:
        return cards.REPAIRED
    done = progress.of(trail, lesson)
    css, word = PILLS[done.step]
    button = "Continue" if done.step == 1 else ("Read again" if done.step > 1 else None)
    return cards.State(
        Markup('<span class="pill {}">{}</span>').format(css, word),
        _steps(done),
        button or f"Start, {entry.minutes} min",
    )


def _steps(done: Progress) -> Markup:
    marks = Markup().join(
        Markup('<i class="{}"></i>').format("on" if k < done.step else "") for k in range(4)
    )
    full = " full" if done.step == 4 else ""
    label = f"Step {done.step} of 4: {STEPS[done.step]}"
    return Markup('<div class="seg{}" role="img" aria-label="{}">{}</div>').format(
        full, label, marks
    )
