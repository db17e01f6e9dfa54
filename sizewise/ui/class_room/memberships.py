"""The classes that a learner is in: under which name, what the teacher sees, what is due."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import Class, Member
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.class_room import mine
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import literal
from sizewise.ui.kit.sure import button_when_sure
from sizewise.ui.links import go_html
from sizewise.ui.you import due, progress

HERE = Path(__file__).parent


def draw(joined: Sequence[tuple[Class, Member]]) -> None:
    """Draw each class."""
    if not joined:
        return
    works = due.works(progress.trail())
    for group, member in joined:
        show_html(
            filled(
                HERE / "membership.html",
                title=group.title,
                parts=_parts(member.pseudonym),
                since=day_words(house.day_here(member.joined_at)),
                over=group.over(house.now_here()),
                works=[each for each in works if each.class_id == group.id],
                link=_link,
            )
        )
        _leave(group)


def _parts(pseudonym: str) -> list[str]:
    """A name as it is cut into chips: its words, each with the hyphen before it."""
    first, *rest = pseudonym.split("-")
    return [first, *(f"-{each}" for each in rest)]


def _link(work: due.Work) -> object:
    return go_html(work.title, "quiz", lesson=work.lesson)


def _leave(group: Class) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        button_when_sure(
            f"Yes, leave “{literal(group.title)}”",
            "Leave this class",
            key=f"leave_{group.id}",
            icon="logout",
            on_click=partial(_go, group),
        )


def _go(group: Class) -> None:
    try:
        house.journal().leave_class(group.id, house.learner_id())
    except RecordUnavailable as trouble:
        session.put(mine.TROUBLE, f"You are still in the class. {house.told(trouble)}")
        return
    session.put(
        mine.NOTICE,
        "You have left the class. Its teacher sees nothing of you any more, and all that you did "
        "is still yours.",
    )
