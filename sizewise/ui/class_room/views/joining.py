"""How learners come in: the code, large enough for the last row, and a code to scan."""

from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, noun_for
from sizewise.learn.class_room.membership import LAST_ZONE, Class, ClassCode
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.class_room import link, mine
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.kit.qr import qr_html

HERE = Path(__file__).parent
LOOK = 4.0
"""Seconds between two looks at how many have joined."""


def draw(group: Class) -> None:
    """Draw the ticket, and the button for another code."""
    code = house.journal().class_code(group.id)
    if group.over(house.now_here()) or code is None:
        draw_ended(group)
        return
    if code.run_out(house.now_here()):
        st.warning("This code has run out. Make a new one.", icon=":material/timer_off:")
    else:
        _ticket(group, code)
    _come(group)
    link.draw_warning()
    st.button(
        "Make a new code",
        key="class_new_code",
        icon=":material/autorenew:",
        help="The old code and its slips let nobody in any more. All who have joined stay.",
        on_click=mine.deed,
        args=(
            group.id,
            partial(_renew, group),
            "The class has a new code. The old one is worthless.",
        ),
    )


def draw_ended(group: Class) -> None:
    """Say that a class has ended, and so shows no code; and who can still join it."""
    who = (
        "nobody can join it any more."
        if group.over(house.now().astimezone(LAST_ZONE))
        else f"it can be joined only where {day_words(group.ends_on)} is not over yet."
    )
    st.info(f"The class has ended: {who}", icon=":material/door_front:")


@st.fragment(run_every=LOOK)
def _come(group: Class) -> None:
    """How many have come, without a name: whose is the newest would be plain to everybody."""
    try:
        count = len(house.journal().members(group.id))
    except RecordUnavailable as trouble:
        st.caption(escape_dollars(house.told(trouble)))
        return
    show_html(
        Markup('<p class="come" role="status"><b>{}</b> {} joined</p>').format(
            count, noun_for(count, "has", "have")
        )
    )


def _renew(group: Class) -> None:
    house.journal().new_class_code(group.id, house.now())


def spaced(code: str) -> str:
    """A code as one reads it aloud: `K7Q 2MX`."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def _ticket(group: Class, code: ClassCode) -> None:
    address = link.to(code=code.code)
    show_html(
        filled(
            HERE / "ticket.html",
            code=spaced(code.code),
            address=link.to().rstrip("?"),
            href=address,
            until=day_words(code.last_day(group, session.zone())),
            qr=qr_html(address, f"The link to join with the code {spaced(code.code)}"),
        )
    )
