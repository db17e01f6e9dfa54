"""The first page: what this is, where you left off, and the map of the course."""

import time

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.course import Course
from sizewise.ui import fresh, house
from sizewise.ui.home import cards, hero
from sizewise.ui.kit.html import show_html

OFTEN = 0.5
"""Seconds between two looks whether the rest is there."""


def draw() -> None:
    """Draw the first page; as long as the server reads, what the course map alone can tell."""
    course = house.course_map() if fresh.reading() else None
    if course is None:
        from sizewise.ui.home import whole

        whole.draw()
    else:
        _draw_map(course)
        _follow(time.monotonic())


def _draw_map(course: Course) -> None:
    """What is missing keeps its place: nothing moves away from the pointer when it arrives."""
    st.empty()  # the reader's own look
    left, right = st.columns([7, 5], gap="large", vertical_alignment="center")
    with left:
        hero.draw(course, _first(course))
    with right:
        show_html(Markup('<div class="soon bill">Today’s prices are being looked up.</div>'))
    st.space("small")
    show_html(Markup('<div class="soon">Where you left off is being looked up.</div>'))
    cards.draw(course, cards.not_known_yet)


def _first(course: Course) -> str:
    return next((entry.id for entry in course.lessons if entry.status == "ready"), "")


@st.fragment(run_every=OFTEN)
def _follow(drawn_at: float) -> None:
    if time.monotonic() - drawn_at > OFTEN / 2:  # the browser asks again: it shows the page
        fresh.seen().set()
    if not fresh.reading():
        st.rerun()
