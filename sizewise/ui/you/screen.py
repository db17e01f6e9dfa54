"""The learner's own page: the course as a map, skills, mistakes, attempts, and a time line."""

import streamlit as st
from markupsafe import Markup

from sizewise.library.kinds import MISSION
from sizewise.ui import house, session
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.links import follow
from sizewise.ui.you import attempts, elsewhere, lessons, mistakes, progress, skills, timeline

HOW = (
    "Every answer you give is a try. From your first tries at a skill we work out how likely it is "
    "that you have it (Bayesian knowledge tracing): it starts at 30%, each try may teach you "
    "something, and a lucky guess or a slip may fool us. The easier a question is to guess, the "
    "less a right answer tells. A skill is proficient from 95% on, after five tries or more. It is "
    "mastered when you are right on a review that was due, a day or more later. Levels can fall: "
    "they are what we think now, not a prize. Help and second tries count for none of this."
)


def draw() -> None:
    """Draw the page."""
    st.title("Your progress", anchor=False)
    _arrival()
    trail = progress.trail()
    house.record_notice()
    lessons.draw(trail)
    skills.draw(trail)
    mistakes.draw_summary(trail)
    _missions()
    attempts.draw(trail)
    timeline.draw(trail)
    show_html(
        Markup(
            '<details class="how"><summary>How is this worked out?</summary><p>{}</p></details>'
        ).format(HOW)
    )
    st.header("Certificate", anchor=False)
    st.markdown("Once every quiz is passed you can print one. Teachers check its code there.")
    button_to("Open the certificate", "certificate", key="to_cert", icon="workspace_premium")
    elsewhere.draw()
    follow()


def _arrival() -> None:
    """What came of a resume code, said where it leads to."""
    if session.query("resumed") == "yes":
        st.success("Welcome back: this browser goes on with your progress.")
    elif session.query("resumed") == "no":
        st.warning("The code was entered too long ago. Enter it again, in this same browser.")


def _missions() -> None:
    solved: frozenset[str] = frozenset()
    with house.noting_trouble():
        solved = house.journal().missions_solved(house.learner_id())
    missions = house.library().all(MISSION)
    if missions:
        done = sum(each in solved for each in missions)
        st.header("Missions", anchor=False)
        st.markdown(f"{done} of {len(missions)} solved.")
        button_to("Open the missions", "lab", key="to_missions", icon="flag", view="missions")
