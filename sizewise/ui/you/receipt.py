"""A receipt of a lesson: what was read, answered and mended, to keep as a picture."""

from collections.abc import Collection

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, grouped
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.progress.done import LessonDone, lesson_done
from sizewise.record import RecordUnavailable
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html
from sizewise.ui.kit.share import share_bar


def draw(lesson: Lesson, now: Collection[str] = (), level: int = 2) -> None:
    """Draw it, with the parts in `now` as read too; nothing without a record."""
    try:
        journal, learner = house.journal(), house.learner_id()
        read = {*journal.parts_read(learner, lesson.id), *now}
        done = lesson_done(read, journal.answers_of(learner, lesson.id))
    except RecordUnavailable:
        return  # a notice above says so
    with st.container(key="study"):
        with st.container(key="study_receipt"):
            show_html(receipt(lesson, done, level))
        share_bar("study_share", f"sizewise-{lesson.id}", ".st-key-study_receipt", link=False)


def receipt(lesson: Lesson, done: LessonDone, level: int) -> Markup:
    """The receipt; a line for what has not begun stays away."""
    lines = [line_html("Parts read", f"{done.parts} of {len(lesson.parts)}")]
    if done.answers:
        lines += [
            line_html("Answers", grouped(done.answers)),
            line_html("Right", grouped(done.right)),
        ]
    if done.missed:
        mended = f"{done.mended} of {done.missed}"
        lines += [rule_html(), line_html("Mistakes mended", mended, "tot")]
    title = house.facts().text(lesson.head.title)
    return receipt_html(title, day_words(house.today()), Markup().join(lines), level=level)
