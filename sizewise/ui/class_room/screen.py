"""The page of the class: two ways in, or the class that is open."""

import streamlit as st

from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.class_room import entrance, memberships, mine, teacher
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.links import follow


def draw() -> None:
    """Draw the page."""
    try:
        mine.follow_link()
        _draw()
    except RecordUnavailable as trouble:
        st.title("Class", anchor=False)
        st.warning(escape_dollars(house.told(trouble)), icon=":material/save_as:")
        st.button("Try again", key="class_again", icon=":material/refresh:")
    follow()


def _draw() -> None:
    taught, joined = mine.taught(), house.journal().memberships(house.learner_id())
    wanted = session.query(mine.OF)
    if taught and wanted != memberships.MINE and not session.query("code"):
        teacher.draw(taught, wanted, bool(joined))
        return
    st.title("Your class" if joined else "Class", anchor=False)
    mine.draw_notices()
    if wanted and wanted not in (*taught, memberships.MINE, "none"):
        st.info(
            "This browser does not open that class. Use the link that its teacher has.",
            icon=":material/key:",
        )
    memberships.draw(joined)
    entrance.draw(folded=bool(joined) and not session.query("code"))
