"""The class as its teacher sees it: its head, and one view of it at a time."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import apart, day_words, number_of
from sizewise.learn.class_room.membership import Class
from sizewise.ui import house, session
from sizewise.ui.class_room import account, mine, secret
from sizewise.ui.class_room.views import VIEWS
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import literal

BY_NAME = {view.name: view for view in VIEWS}
CHOSEN = "class_chosen"


def draw(taught: Mapping[str, Class], wanted: str, learns: bool) -> None:
    """Draw the class that is wanted, else the newest; `learns` in another class as a member."""
    group = taught.get(wanted) or list(taught.values())[-1]
    with st.container(key="class_head"):
        _head(group)
        mine.draw_notices()
        mine.draw_missing(wanted, taught)
        if secret.waits(group):
            secret.draw(group)
            return  # two squares on one screen, and somebody scans the wrong one
        secret.draw_lost(group)
        _choose(taught, group)
        secret.draw_keeping(group)
    view = _view_draft(_first(group))
    name = str(view.begin()["view"])
    session.set_query(of=group.id, **({} if wanted == group.id else {secret.SHOWN: ""}))
    view.draw_notices()
    st.pills(
        "View of the class",
        tuple(BY_NAME),
        format_func=_label,
        required=True,
        label_visibility="collapsed",
        **view.widget("view", _move),
    )
    BY_NAME[name].draw(group)
    _foot(group, learns)


def _head(group: Class) -> None:
    st.title(literal(group.title), anchor=False)
    count = number_of(len(house.journal().members(group.id)), "learner")
    ended, over = group.ended_at, group.over(house.now_here())
    day = min(group.ends_on, house.day_here(ended)) if ended else group.ends_on
    last = f"{'Ended on' if over else 'Goes on until'} {day_words(day)}"
    show_html(Markup('<p class="meta"><span>{}</span><span>{}</span></p>').format(count, last))


def _first(group: Class) -> str:
    """The view that is open at first: how to join, until somebody has."""
    return "glance" if house.journal().members(group.id) else "join"


def _view_draft(first: str = "join") -> Draft:
    view = one_of(tuple(BY_NAME), "the class has no such view.")
    return Draft("class_views", {"view": Parameter("the view", view, first, always=True)}, "class")


def _label(name: str) -> str:
    return f":material/{BY_NAME[name].icon}: {BY_NAME[name].title}"


def _move() -> None:
    """Another view begins with an address of its own, of the same class."""
    session.turn_to(of=session.query(mine.OF), view=_view_draft().held("view"))


def _choose(taught: Mapping[str, Class], group: Class) -> None:
    """The way to a teacher's other classes."""
    if len(taught) < 2:
        return
    titles = dict(zip(taught, apart([each.title for each in taught.values()]), strict=True))
    session.put(CHOSEN, group.id)
    st.selectbox(
        "Class",
        list(titles),
        format_func=titles.__getitem__,
        key=CHOSEN,
        on_change=_turn,
        width=320,
    )


def _turn() -> None:
    session.turn_to(of=session.get(CHOSEN))


def draw_ways(taught: Mapping[str, Class]) -> None:
    """The ways back to a teacher's classes; nothing for who teaches none."""
    for group in taught.values():
        st.button(
            f"Open “{literal(group.title)}” as its teacher",
            key=f"class_open_{group.id}",
            icon=":material/co_present:",
            on_click=session.turn_to,
            kwargs={mine.OF: group.id},
        )


def _foot(group: Class, learns: bool) -> None:
    """The ways out of this class."""
    with st.container(key="class_foot", horizontal=True, gap="medium"):
        st.button(
            "Your classes as a learner" if learns else "Join or make another class",
            key="class_others",
            type="tertiary",
            icon=":material/group_add:",
            on_click=session.turn_to,
            kwargs={mine.OF: mine.MINE},
        )
        secret.draw_closing(group)
        account.draw_out()
