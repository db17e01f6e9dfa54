"""Who is in the class, by the names that they were given."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import Class
from sizewise.ui import house
from sizewise.ui.class_room import mine
from sizewise.ui.class_room.report.frame import members
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.lists import items_html


def draw(group: Class) -> None:
    """Draw the names, and how to take one out."""
    learners = members(group)
    if not learners:
        return
    st.markdown(
        "Nobody here has told a name: you know each learner by the name that Sizewise made up. "
        "What they did before they joined is not shown to you."
    )
    names = (
        Markup("<b>{}</b> <span>since {}</span>").format(
            each.pseudonym, day_words(house.day_here(each.joined_at))
        )
        for each in learners
    )
    show_html(Markup('<ul class="class-members">{}</ul>').format(items_html(names)))
    _remove(group, {each.pseudonym: each.learner_id for each in learners})


def _remove(group: Class, learners: dict[str, str]) -> None:
    st.header("Take somebody out", anchor=False)
    st.markdown(
        "For a stranger who came in by the code, or a learner who has joined twice. Make a new "
        "code afterwards if the old one went round."
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        name = st.selectbox(
            "Who",
            list(learners),
            index=None,
            placeholder="Choose a name",
            key="class_who",
            width=320,
        )
        st.button(
            "Take out of the class",
            key="class_remove",
            icon=":material/person_remove:",
            disabled=name is None,
            on_click=mine.deed,
            args=(
                group.id,
                partial(house.journal().leave_class, group.id, learners.get(name or "", "")),
                f"{name} is not in the class any more.",
            ),
        )
