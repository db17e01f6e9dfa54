"""The two ways in: join a class by its code, or make one."""

from datetime import date, timedelta

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.learn.class_room.membership import (
    LONGEST,
    ClassRefused,
    class_title,
    room_for_one_more,
)
from sizewise.record import CannotJoin, RecordUnavailable, identity
from sizewise.ui import house, session
from sizewise.ui.class_room import account, mine
from sizewise.ui.class_room import secret as teacher_link
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import escape_dollars

CODE, TITLE, LAST = "class_code", "class_title", "class_last"
SCANNED = "class_scanned"
SHOWN = 20
"""Characters of a code in the address that are put into the field."""
NO_ACCOUNT = (
    "No account is needed. You get a secret link that opens the class in any browser, and a code "
    "for your learners."
)
SIGNED_IN = (
    "You are signed in: your account opens the class in any browser. You get a code for your "
    "learners."
)
WRONG_CODE, WRONG_TITLE = "class_wrong_code", "class_wrong_title"


def draw(*, folded: bool) -> None:
    """Draw both cards; folded away for who is in a class already."""
    if folded:
        with st.expander("Join or make another class", icon=":material/add:"):
            _both()
    else:
        _both()


def _both() -> None:
    left, right = st.columns(2, gap="large")
    with left, st.container(key="class_join", height="stretch"):
        _join_card()
    with right, st.container(key="class_make", height="stretch"):
        _make_card()


def _head(eyebrow: str, title: str, lede: str) -> None:
    show_html(
        Markup('<p class="eyebrow">{}</p><h2 class="way-in">{}</h2><p>{}</p>').format(
            eyebrow, title, lede
        )
    )


def _join_card() -> None:
    _head(
        "For learners",
        "Join a class",
        "Your teacher has a code of six characters. You get a made-up name: nobody asks for yours. "
        "What you did before stays yours alone.",
    )
    _take_scanned()
    with st.form("class_join_form", border=False):
        st.text_input("Class code", key=CODE, placeholder="K7Q 2MX", autocomplete="off")
        st.form_submit_button(
            "Join the class", type="primary", icon=":material/login:", on_click=_join
        )
    _wrong(WRONG_CODE)


def _take_scanned() -> None:
    """The code of the link or the square that led here, once for each."""
    scanned = session.query("code")[:SHOWN]
    if scanned and scanned != session.get(SCANNED):
        session.put(CODE, scanned)
        session.put(SCANNED, scanned)


def _join() -> None:
    session.drop(WRONG_CODE)
    typed = str(session.get(CODE, ""))
    if not typed.strip():
        session.put(WRONG_CODE, "Type the code that your teacher has shown.")
        return
    try:
        address = session.visitor().address
        journal, learner = house.journal(), house.learner_id()
        member = identity.join(journal, typed, learner, address, house.now(), session.zone())
    except CannotJoin as refused:
        session.put(WRONG_CODE, str(refused))
        return
    except RecordUnavailable as trouble:
        session.put(WRONG_CODE, house.told(trouble))
        return
    session.drop(CODE)
    session.set_query(code="", of=mine.MINE)
    session.put(mine.NOTICE, f"Welcome. In this class you are {member.pseudonym}.")


def _make_card() -> None:
    _head("For teachers", "Make a class", SIGNED_IN if account.digest() else NO_ACCOUNT)
    account.draw()
    today = house.now_here().date()
    with st.form("class_make_form", border=False):
        st.text_input("Title", key=TITLE, placeholder="Year 9, Tuesday", autocomplete="off")
        st.date_input(
            "Last day",
            today + LONGEST,
            min_value=today + timedelta(days=1),
            max_value=today + LONGEST,
            key=LAST,
            help="11 months from now at most. 30 days after it, the class is deleted.",
        )
        st.form_submit_button("Make the class", icon=":material/group_add:", on_click=_make)
    _wrong(WRONG_TITLE)


def _make() -> None:
    session.drop(WRONG_TITLE)
    try:
        title = class_title(str(session.get(TITLE, "")))
        room_for_one_more(len(mine.taught()))
        _still_to_come(session.get(LAST))
        _keep(title)
    except ClassRefused as refused:
        session.put(WRONG_TITLE, str(refused))
    except RecordUnavailable as trouble:
        session.put(WRONG_TITLE, house.told(trouble))


def _still_to_come(last: date | None) -> None:
    """Pass for a last day that is not over yet, as in a form that was left open for days."""
    if last and last < house.now_here().date():
        raise ClassRefused(f"{day_words(last)} is over. Choose another last day.")


def _keep(title: str) -> None:
    """Make the class; the browser that made it opens it without the link."""
    journal, learner, now = house.journal(), house.learner_id(), house.now_here()
    secret = "" if account.digest() else identity.new_teacher_secret()
    digest = account.digest() or identity.secret_digest(secret)
    made = journal.make_class(title, digest, now, session.get(LAST))
    session.drop(TITLE)
    session.turn_to(of=made.id)
    if secret:
        journal.remember_teacher(made.id, learner, now)
        teacher_link.show(made.id, secret)


def _wrong(key: str) -> None:
    if wrong := session.get(key):
        st.error(escape_dollars(wrong), icon=":material/error:")
