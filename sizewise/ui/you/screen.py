"""The learner's own page: skills so far, and how to go on elsewhere."""

import time
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.learn.lesson.course import LessonEntry, Skill
from sizewise.learn.progress.mastery import Mastery, MasteryLevel
from sizewise.record import RecordUnavailable, identity
from sizewise.ui import house, session
from sizewise.ui.kit.html import show_html
from sizewise.ui.script import script
from sizewise.ui.you import progress

LEVELS: Mapping[MasteryLevel, tuple[str, int]] = {
    "new": ("Not tried yet", 0),
    "started": ("Started", 1),
    "proficient": ("Proficient", 3),
    "mastered": ("Mastered", 4),
}


_LEAVE = script("leave", Path(__file__).with_name("leave.js"))
PATIENCE = 3.0
"""Seconds that a browser is given to follow; after them the link waits to be pressed."""


def draw() -> None:
    """Draw the page."""
    st.title("Your progress", anchor=False)
    _arrival()
    trail = progress.trail()
    house.record_notice()
    _skills(trail.skills)
    _elsewhere()


def _arrival() -> None:
    """What came of a resume code, said where it leads to."""
    if session.query("resumed") == "yes":
        st.success("Welcome back: this browser goes on with your progress.")
    elif session.query("resumed") == "no":
        st.warning("The code was entered too long ago. Enter it again, in this same browser.")


def _skills(levels: Mapping[str, Mastery]) -> None:
    st.header("What you can do", anchor=False)
    st.markdown(
        "A skill is **proficient** when your first tries make it at least 95% likely that you "
        "have it, after five of them or more. It is **mastered** when you are right again on "
        "another day. Levels can fall: they are what we think now, not a prize."
    )
    lessons = house.library().course.lessons
    for number, entry in enumerate(lessons, start=1):
        if entry.id in house.library().lessons:
            show_html(_lesson(number, entry, levels))


def _lesson(number: int, entry: LessonEntry, levels: Mapping[str, Mastery]) -> Markup:
    """A lesson's skills, folded up until one of them was tried."""
    course = house.library().course
    skills = [course.skill(each) for each in house.library().lessons[entry.id].head.skills]
    tried = sum(skill.id in levels for skill in skills)
    rows = Markup().join(_skill(skill, levels.get(skill.id)) for skill in skills)
    count = f"{tried} of {len(skills)} skills tried" if tried else f"{len(skills)} skills"
    return Markup(
        '<details class="skill-group"{}><summary><h3>{}. {}</h3><span>{}</span>'
        '</summary><ul class="skills">{}</ul></details>'
    ).format(" open" if tried else "", number, entry.title, count, rows)


def _skill(skill: Skill, mastery: Mastery | None) -> Markup:
    word, step = LEVELS[mastery.level if mastery else "new"]
    if mastery:
        word += f" · {number_of(mastery.first_tries, 'first try', 'first tries')}"
    marks = Markup().join(
        Markup('<i class="{}"></i>').format("on" if k < step else "") for k in range(4)
    )
    return Markup(
        '<li><div class="sk"><b>{}</b><span>{}</span></div><p>{}</p>'
        '<div class="seg{}" aria-hidden="true">{}</div></li>'
    ).format(skill.title, word, skill.objective, " full" if step == 4 else "", marks)


def _elsewhere() -> None:
    st.header("Where it is kept", anchor=False)
    if not session.on_shared_server():
        st.markdown(
            "Everything you do stays on this computer, in one file. It is there again the next "
            "time you start Sizewise, in any browser of this machine."
        )
        return
    st.markdown(
        "This server knows your browser by a random number in a cookie. It asks for no name, no "
        "mail and no birth date. To go on in another browser, note a resume code."
    )
    _new_code()
    _enter_code()


def _new_code() -> None:
    if st.button("Show me a new resume code", key="code_new", icon=":material/key:"):
        try:
            session.put(
                "resume_code",
                identity.new_resume_code(house.journal(), house.learner_id(), house.now()),
            )
        except RecordUnavailable as error:
            st.warning(house.told(error))
    if code := session.get("resume_code"):
        st.code(code, language=None)
        st.caption("Write it down now: the server keeps only a fingerprint of it.")


def _enter_code() -> None:
    with st.form("resume", border=True):
        code = st.text_input("I have a resume code", placeholder="four words, then numbers")
        if st.form_submit_button("Go on with my progress", icon=":material/login:"):
            _resume(code)


def _resume(code: str) -> None:
    visitor = session.visitor()
    if visitor.token is None:
        st.error("Your browser keeps no cookies here. Allow them for this site, then reload.")
        return
    try:
        found = identity.resume(house.journal(), code, visitor.token, visitor.address)
        if found is None:
            st.error("No learner has this code. Check each word and number, then try again.")
            return
        ticket = identity.new_ticket(house.journal(), found, visitor.token, house.now())
    except RecordUnavailable as error:
        st.warning(house.told(error))
        return
    _leave_for(f"resume/{ticket}")


def _leave_for(address: str) -> None:
    """Load an address that gives this browser a new cookie: a page that is open cannot take one.

    The page counts as being drawn until the browser has left, so that nobody goes on with it.
    """
    st.success(f"The code is right. [Go on with your progress]({address})")
    _LEAVE(data={"to": address})
    time.sleep(PATIENCE)
