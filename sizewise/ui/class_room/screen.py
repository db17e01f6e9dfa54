"""The page of the class: two ways in, or the class that is open."""

from collections.abc import Mapping, Sequence

import streamlit as st

from sizewise.learn.class_room.membership import Class, Member
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.class_room import entrance, memberships, mine, teacher
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.links import follow


def draw() -> None:
    """Draw the page."""
    try:
        house.forget_old_classes()
        mine.follow_link()
        taught, joined = mine.taught(), house.journal().memberships(house.learner_id())
    except RecordUnavailable as trouble:
        st.title("Class", anchor=False)
        _unavailable(trouble)
        return
    try:
        _draw(taught, joined)
    except RecordUnavailable as trouble:  # it went away while the page was drawn
        _unavailable(trouble)
    follow()


def _unavailable(trouble: RecordUnavailable) -> None:
    st.warning(escape_dollars(house.told(trouble)), icon=":material/save_as:")
    st.button("Try again", key="class_again", icon=":material/refresh:")


def _draw(taught: Mapping[str, Class], joined: Sequence[tuple[Class, Member]]) -> None:
    wanted = session.query(mine.OF)
    if taught and wanted != mine.MINE and not session.query("code"):
        teacher.draw(taught, wanted, bool(joined))
        return
    st.title("Your class" if joined else "Class", anchor=False)
    mine.draw_notices()
    mine.draw_missing(wanted, taught)
    teacher.draw_ways(taught)
    memberships.draw(joined)
    entrance.draw(folded=bool(joined) and not session.query("code"))
