"""A mission at work in another view of the lab: a bar names it and leads back to its answer."""

import streamlit as st
from markupsafe import Markup

from sizewise.sizing.missions.mission import Mission
from sizewise.ui import session
from sizewise.ui.kit.html import show_html

AT_WORK = "lab_mission_at_work"
"""Under this key stand the id, the place and the title of the mission that opened the lab."""


def begin(mission: Mission) -> None:
    """Let the bar stand above the views from now on."""
    session.put(AT_WORK, (mission.id, mission.place, mission.title))


def end() -> None:
    """Take the bar away: the missions themselves are on screen."""
    session.drop(AT_WORK)


def draw() -> None:
    """Draw the bar while a mission is at work; what was answered there so far is kept."""
    name, place, title = session.get(AT_WORK, ("", 0, ""))
    if not name:
        return
    from sizewise.ui.question.ask import keep  # only who is on a mission waits for it

    keep()
    with st.container(key="lab_mission_bar", horizontal=True, vertical_alignment="center"):
        show_html(Markup("<p><b>Mission {}</b> {}</p>").format(place, title))
        st.button(
            "Back to your answer",
            key="lab_mission_return",
            icon=":material/arrow_back:",
            on_click=_back,
            args=(name,),
        )


def _back(name: str) -> None:
    session.turn_to(view="missions", mission=name)
