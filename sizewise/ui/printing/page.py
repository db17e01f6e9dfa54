"""The page that prints: choose what, see the sheet as it will be, print it or save it as PDF."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.worksheet import Worksheet, worksheet
from sizewise.library import NotInLibrary
from sizewise.ui import house, session
from sizewise.ui.frame import theme
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html, style_html
from sizewise.ui.printing import asked
from sizewise.ui.printing.lesson import lesson_sheet
from sizewise.ui.printing.quiz import key_sheet, quiz_sheet
from sizewise.ui.printing.sheet import Sheet, sheets_html
from sizewise.ui.script import script
from sizewise.ui.web.sheets import variables

_PRINT = script(
    "print_sheet",
    Path(__file__).with_name("print.js"),
    Markup('<button type="button" class="plan-print">Print or save as PDF</button>'),
)


class Order(NamedTuple):
    """What to print."""

    lesson: str
    what: str
    seed: str
    day: date
    """The day whose prices the questions hold."""


def draw() -> None:
    """Draw the page that the address asks for."""
    lesson = session.query("lesson") or house.lesson_or_quiz(house.library().lessons)
    paper = asked.draft()
    order = Order(lesson, **paper.begin())
    try:
        sheets = [make(order) for make in MAKERS[order.what]]
    except NotInLibrary as error:
        lost("There is nothing to print", str(error))
        return
    session.set_query(lesson=lesson)
    theme.name(f"Print · {_title(lesson)}")
    _controls(order, paper)
    show_html(_light() + sheets_html(sheets))


def _lesson(order: Order) -> Sheet:
    return lesson_sheet(house.library().lesson(order.lesson), house.today())


def _quiz(order: Order) -> Sheet:
    return quiz_sheet(_bank(order), _drawn(order), house.today(), order.day)


def _key(order: Order) -> Sheet:
    return key_sheet(_bank(order), _drawn(order), house.today(), order.day)


def _bank(order: Order) -> Quiz:
    return house.library().quiz(order.lesson)


def _drawn(order: Order) -> Worksheet:
    return worksheet(_bank(order), order.seed, house.facts_on(order.day))


MAKERS: Mapping[str, tuple[Callable[[Order], Sheet], ...]] = {
    "lesson": (_lesson,),
    "quiz": (_quiz,),
    "key": (_key,),
    "pack": (_lesson, _quiz, _key),
}
"""The sheets of each kind, in their order."""


def _controls(order: Order, paper: Draft) -> None:
    with st.container(key="print-tools"):
        st.title("Print for a class", anchor=False)
        paper.draw_notices()
        _choose(order, paper)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _PRINT(key="print", width="content")
            if order.what != "lesson":
                st.button(
                    "Draw other questions",
                    key="others",
                    icon=":material/casino:",
                    on_click=asked.draw_others,
                )
            button_to(
                "Back to the lesson",
                "lesson",
                key="to_lesson",
                icon="menu_book",
                plain=True,
                lesson=order.lesson,
            )


def _choose(order: Order, paper: Draft) -> None:
    _ask_lesson(order)
    st.segmented_control(
        "What to print",
        list(asked.WHAT),
        format_func=asked.WHAT.__getitem__,
        required=True,
        wrap=True,
        **paper.widget("what"),
    )
    if order.what != "lesson":
        left, right = st.columns(2, gap="medium")
        with left:
            st.text_input(
                "Code of the sheet",
                max_chars=asked.LONGEST,
                **paper.widget("seed", asked.take_code),
            )
        with right:
            st.date_input("Prices of this day", format="YYYY-MM-DD", **paper.widget("day"))
        st.caption("The same code and the same day give the same questions again.")


def _ask_lesson(order: Order) -> None:
    session.put("print-lesson", order.lesson)
    st.selectbox(
        "Lesson",
        asked.printable(),
        format_func=_title,
        key="print-lesson",
        on_change=asked.change_lesson,
        args=("print-lesson",),
    )


def _title(lesson: str) -> str:
    """The course map's short title; the id of a lesson that is not on the map."""
    entries = house.library().course.lessons
    return next((entry.title for entry in entries if entry.id == lesson), lesson)


def _light() -> Markup:
    """Paper is white in the dark theme too."""
    return style_html(f".sheet{{{variables('light')}}}")
