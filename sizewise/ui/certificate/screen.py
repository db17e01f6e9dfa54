"""The certificate: what is still missing, the paper, and the check of a code."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of, whole_percent
from sizewise.learn.progress.certificate import LENGTH, Achievement, achieved, still_to_pass
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.item import Quiz
from sizewise.record import RecordUnavailable, identity
from sizewise.ui import house, session
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.links import follow, go_html
from sizewise.ui.question.keys import print_button
from sizewise.ui.you import progress

HERE = Path(__file__).parent
TYPED = "cert_typed"


def draw() -> None:
    """Draw the page."""
    st.title("Certificate", anchor=False)
    try:
        _draw()
    except RecordUnavailable as trouble:
        st.warning(escape_dollars(house.told(trouble)), icon=":material/save_as:")
    with st.container(key="cert_check"):
        _check()
    follow()


def _draw() -> None:
    trail, quizzes = progress.answered_here(progress.read_trail()), _quizzes()
    found = achieved(trail, quizzes)
    if found is None:
        _missing(trail, quizzes)
        return
    with st.container(key="cert_tools"):
        st.markdown("You have passed every quiz. Print it, and write your name on it by hand.")
        print_button()
    told = found.to_bytes()
    code = identity.certificate_code(house.journal().database, house.learner_id(), told)
    show_html(_paper(found, code))


def _quizzes() -> list[Quiz]:
    library = house.library()
    ids = [entry.id for entry in library.course.lessons]
    return [library.quizzes[each] for each in ids if each in library.quizzes]


def _missing(trail: Trail, quizzes: list[Quiz]) -> None:
    titles = {entry.id: entry.title for entry in house.library().course.lessons}
    open_ones = still_to_pass(trail, quizzes)
    st.markdown(
        "At the end of the course you can print a certificate. Passed so far: "
        f"{len(quizzes) - len(open_ones)} of {len(quizzes)}. Attempts and answers that "
        "were brought from another server do not count here. Still to pass:"
    )
    links = items_html(go_html(titles[each], "quiz", lesson=each) for each in open_ones)
    show_html(Markup('<ul class="cert-open">{}</ul>').format(links))


def _paper(found: Achievement, code: str) -> Markup:
    course = house.library().course
    return filled(
        HERE / "paper.html",
        course=course.title,
        lessons=number_of(found.lessons, "lesson"),
        percent=whole_percent(found.percent / 100),
        units=course.units,
        day=day_words(found.day),
        code=code,
        address=session.page_address() or "/certificate",
    )


def _check() -> None:
    st.header("Check a code", anchor=False)
    with st.form("cert_form", border=False):
        st.text_input("The code on a certificate", key=TYPED, placeholder="ABCD-EFGH-…")
        if not st.form_submit_button("Check", icon=":material/verified:"):
            return
    typed = str(session.get(TYPED, ""))
    try:
        told = identity.certified(house.journal().database, typed, LENGTH)
    except RecordUnavailable as trouble:
        st.warning(escape_dollars(house.told(trouble)))
        return
    if told is None:
        st.error(
            "This server has not made that code. Check each letter; a certificate can only be "
            "checked on the server that made it."
        )
        return
    found = Achievement.from_bytes(told)
    st.success(
        f"This server made it: {number_of(found.lessons, 'quiz', 'quizzes')} passed, the last on "
        f"{day_words(found.day)}, with {whole_percent(found.percent / 100)} of the points on "
        "average."
    )
