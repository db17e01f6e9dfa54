"""The lessons as a map: read, tried, passed, mastered."""

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import whole_percent
from sizewise.learn.lesson.course import LessonEntry
from sizewise.learn.progress.trail import STEPS, Progress, Trail
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.links import go_html
from sizewise.ui.you import progress

HEADS = ("Lesson", "Read", "Quiz", "So far")
NOTHING = Markup('<span class="none">not yet</span>')


def draw(trail: Trail) -> None:
    """Draw every lesson that can be opened, in the order of the course."""
    lessons = house.library().lessons
    rows = [
        _row(number, entry, progress.of(trail, lessons[entry.id]))
        for number, entry in enumerate(house.library().course.lessons, start=1)
        if entry.id in lessons
    ]
    st.header("The course", anchor=False)
    show_html(stacked_html(HEADS, rows, css="lessons"))


def _row(number: int, entry: LessonEntry, done: Progress) -> Row:
    title = f"{number}. {entry.title}"
    read = f"{len(done.read)} of {done.parts}" if done.read else NOTHING
    return Row(
        go_html(title, "lesson", lesson=entry.id),
        (read, _quiz(entry.id, done), STEPS[done.step].capitalize()),
        own=0 < done.step < 3,
    )


def _quiz(lesson_id: str, done: Progress) -> str:
    if lesson_id not in house.library().quizzes:
        return NOTHING
    if done.begun:
        return go_html("go on", "quiz", lesson=lesson_id)
    if done.best is None:
        return go_html("take it", "quiz", lesson=lesson_id)
    return whole_percent(done.best) + (" ✓" if done.passed else "")
