"""Something to do away from the page."""

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.blocks.try_it import TryIt
from sizewise.ui.go import button_to
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.paper import BOX, Form, tag

MOVES = True


def draw(block: TryIt, key: str) -> None:
    """Something to do, step by step, with a place to tick it off."""
    show_html(Markup('<p class="labtag">Your turn</p>'))
    st.markdown(f"**{safe(block.task)}**")
    if block.steps:
        with st.expander("How, step by step"):
            st.markdown("\n".join(f"{n}. {safe(step)}" for n, step in enumerate(block.steps, 1)))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if block.lab:
            button_to("Open the token and cost lab", "lab", key=f"lab-{key}", icon="calculate")
        st.checkbox("I have done this", key=f"done-{key}", persist_state="session")


def on_paper(block: TryIt) -> Form:
    """The task as a checklist."""
    steps = [line(step) for step in block.steps] or [Markup("I have done this")]
    numbered = Markup().join(
        Markup("<li>{}<span>{}</span></li>").format(BOX, each) for each in steps
    )
    return Form(
        Markup('{}<p class="asking"><b>{}</b></p><ol class="ticks" role="list">{}</ol>').format(
            tag("Your turn"), line(block.task), numbered
        )
    )
