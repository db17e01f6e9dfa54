"""Slips to cut out: the code, the address, and a line for the name that one is given."""

from pathlib import Path

import streamlit as st

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import Class
from sizewise.ui import house, session
from sizewise.ui.class_room import link
from sizewise.ui.class_room.views.joining import draw_ended, spaced
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.qr import qr_html
from sizewise.ui.question.keys import print_button

HERE = Path(__file__).parent
MOST = 60


def draw(group: Class) -> None:
    """Draw as many as are wanted, as they will be printed."""
    code = house.journal().class_code(group.id)
    if code is None or group.over(house.now_here()):
        draw_ended(group)
        return
    if code.run_out(house.now_here()):
        st.info("There is no code to print. Make a new one under “How to join”.")
        return
    with st.container(key="class_slip_tools"):
        st.markdown(
            "One for each learner. The name by hand stays on paper: only you and the learner know "
            "which made-up name is whose."
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            count = st.number_input("How many", 1, MOST, 30, key="class_slips", width=160)
            print_button()
    address = link.to(code=code.code)
    show_html(
        filled(
            HERE / "slips.html",
            count=int(count),
            title=group.title,
            code=spaced(code.code),
            address=link.to().rstrip("?"),
            until=day_words(code.last_day(group, session.zone())),
            qr=qr_html(address, f"The link to join with the code {spaced(code.code)}"),
        )
    )
