"""Where progress is kept, and how to go on with it in another browser."""

import time
from pathlib import Path

import streamlit as st

from sizewise.record import RecordUnavailable, identity
from sizewise.ui import house, session
from sizewise.ui.script import script

_LEAVE = script("leave", Path(__file__).with_name("leave.js"))
PATIENCE = 3.0
"""Seconds that a browser is given to follow; after them the link waits to be pressed."""


def draw() -> None:
    """Draw where it is kept, and on a shared server how to go on in another browser."""
    st.header("Where it is kept", anchor=False)
    if not session.on_shared_server():
        st.markdown(
            "Everything you do stays on this computer, in one file. It is there again the next "
            "time you start Sizewise, in any browser of this machine."
        )
        return
    st.markdown(
        "This server knows your browser by a random number in a cookie. It asks for no name, no "
        "mail and no birth date. To go on in another browser, note a resume code."
    )
    _new_code()
    _enter_code()


def _new_code() -> None:
    if st.button("Show me a new resume code", key="code_new", icon=":material/key:"):
        try:
            session.put(
                "resume_code",
                identity.new_resume_code(house.journal(), house.learner_id(), house.now()),
            )
        except RecordUnavailable as error:
            st.warning(house.told(error))
    if code := session.get("resume_code"):
        st.code(code, language=None)
        st.caption("Write it down now: the server keeps only a fingerprint of it.")


def _enter_code() -> None:
    with st.form("resume", border=True):
        code = st.text_input("I have a resume code", placeholder="four words, then numbers")
        if st.form_submit_button("Go on with my progress", icon=":material/login:"):
            _resume(code)


def _resume(code: str) -> None:
    visitor = session.visitor()
    if visitor.token is None:
        st.error("Your browser keeps no cookies here. Allow them for this site, then reload.")
        return
    try:
        found = identity.resume(house.journal(), code, visitor.token, visitor.address)
        if found is None:
            st.error("No learner has this code. Check each word and number, then try again.")
            return
        ticket = identity.new_ticket(house.journal(), found, visitor.token, house.now())
    except RecordUnavailable as error:
        st.warning(house.told(error))
        return
    _leave_for(f"resume/{ticket}")


def _leave_for(address: str) -> None:
    """Load an address that gives this browser a new cookie: a page that is open cannot take one.

    The page counts as being drawn until the browser has left, so that nobody goes on with it.
    """
    st.success(f"The code is right. [Go on with your progress]({address})")
    _LEAVE(data={"to": address})
    time.sleep(PATIENCE)
