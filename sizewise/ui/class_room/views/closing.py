"""Another link for a class, and its end: nobody joins any more, or all of it is deleted."""

from dataclasses import replace
from functools import partial

import streamlit as st

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import Class
from sizewise.ui import house, session
from sizewise.ui.class_room import mine, secret
from sizewise.ui.kit.markdown import literal
from sizewise.ui.kit.sure import button_when_sure


def draw(group: Class) -> None:
    """Draw the way to another link, and both ends, each with its confirmation."""
    secret.draw_renewing(group)
    _end(group)
    _delete(group)


def _end(group: Class) -> None:
    st.header("End the class", anchor=False)
    if group.over(house.now_here()):
        st.markdown(f"It has ended. You can still look at it, until {_kept(group)}.")
        return
    st.markdown(
        "Nobody can join any more, and what its members do from then on is not shown to you. You "
        "can still look at all that was until then. If you end it today, the class is deleted "
        f"after {_kept(replace(group, ended_at=house.now()))}. This cannot be undone."
    )
    button_when_sure(
        "Yes, end it",
        "End the class",
        key="class_end",
        icon="flag",
        on_click=mine.deed,
        args=(group.id, partial(_finish, group), "The class has ended."),
    )


def _delete(group: Class) -> None:
    st.header("Delete the class", anchor=False)
    st.markdown(
        "Its made-up names, its code, its assignments and your link go at once, and for good. Take "
        "the gradebook along first if you need it. What your learners did stays theirs. By itself "
        f"the class is deleted after {_kept(group)}."
    )
    button_when_sure(
        f"Yes, delete “{literal(group.title)}”",
        "Delete the class",
        key="class_delete",
        icon="delete_forever",
        on_click=mine.deed,
        args=(group.id, partial(_go, group), "The class is deleted."),
    )


def _kept(group: Class) -> str:
    return day_words(group.kept_until)


def _finish(group: Class) -> None:
    house.journal().end_class(group.id, house.now())


def _go(group: Class) -> None:
    house.journal().delete_class(group.id)
    secret.drop(group)
    session.turn_to()
