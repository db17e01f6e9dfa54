"""What the class is asked to do: the quiz of a lesson, in a mode, until a day."""

from datetime import timedelta
from functools import partial

import streamlit as st

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import Assignment, Class
from sizewise.ui import house, session
from sizewise.ui.class_room import mine
from sizewise.ui.you.due import WAYS

A_WEEK = timedelta(days=7)
LESSON, MODE, DAY = "class_lesson", "class_mode", "class_due"


def draw(group: Class) -> None:
    """Draw what is due, and the form for one more."""
    given = house.journal().assignments(group.id)
    if not given:
        st.markdown("Nothing is assigned. Learners see what you assign here on their first page.")
    for each in given:
        _line(group, each)
    if group.over(house.now_here()):
        st.info("The class has ended: nothing more is asked of it.", icon=":material/event_busy:")
    else:
        _form(group)


def _titles() -> dict[str, str]:
    library = house.library()
    return {e.id: e.title for e in library.course.lessons if e.id in library.quizzes}


def _line(group: Class, given: Assignment) -> None:
    title = _titles().get(given.lesson, f"{given.lesson} (not in this course any more)")
    with st.container(
        border=True,
        key=f"class_work_{given.lesson}_{given.mode}",
        horizontal=True,
        vertical_alignment="center",
    ):
        st.markdown(f"**{title}**  \nQuiz {WAYS[given.mode]}, due on {day_words(given.due_on)}")
        st.button(
            "Take back",
            key=f"class_back_{given.lesson}_{given.mode}",
            icon=":material/undo:",
            on_click=mine.deed,
            args=(group.id, partial(house.journal().unassign, given), "Taken back."),
        )


def _form(group: Class) -> None:
    st.header("Assign a quiz", anchor=False)
    titles, today = _titles(), house.now_here().date()
    last = group.ends_on
    soon = min(today + A_WEEK, last)
    with st.form("class_assign", border=False):
        st.selectbox("Lesson", list(titles), format_func=titles.__getitem__, key=LESSON)
        st.radio(
            "How it is taken",
            list(WAYS),
            format_func=lambda way: WAYS[way].capitalize(),
            key=MODE,
            horizontal=True,
        )
        st.date_input(
            "Due on",
            soon,
            min_value=today,
            max_value=last,
            key=DAY,
            help="In time until this day is over where the learner is. The gradebook goes by the "
            f"time zone of your browser: {session.zone()}.",
        )
        st.form_submit_button(
            "Assign",
            type="primary",
            icon=":material/event_available:",
            on_click=_assign,
            args=(group,),
        )


def _assign(group: Class) -> None:
    lesson, day = session.get(LESSON), session.get(DAY)
    if not (lesson and day):
        session.put(mine.TROUBLE, "Nothing was assigned. Choose a lesson and the day it is due.")
        return
    today = house.now_here().date()
    if day < today:  # the form was left open over midnight
        session.put(
            mine.TROUBLE,
            f"Nothing was assigned. {day_words(day)} is over: choose {day_words(today)} or later.",
        )
        return
    given = Assignment(group.id, lesson, session.get(MODE), day)
    mine.deed(group.id, partial(house.journal().assign, given), "Assigned.")
