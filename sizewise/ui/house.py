"""What every page needs: the content, the record, the learner, the day."""

import time
from contextlib import suppress
from datetime import UTC, date, datetime
from uuid import uuid4

import streamlit as st

from sizewise import ROOT
from sizewise.learn.template import Facts
from sizewise.library import Library, open_library
from sizewise.record import Journal, RecordUnavailable, identity, open_journal
from sizewise.sizing import tokens
from sizewise.ui import session

FIRST_PAGE = 2.0
"""Seconds that the first page of a fresh server is given to be drawn."""


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """All content, read once for the whole server."""
    return open_library(ROOT)


@st.cache_resource(show_spinner=False)
def journal() -> Journal:
    """The record of what learners did. Raises RecordUnavailable; a later call tries again."""
    return open_journal()


@st.cache_resource(show_spinner=False)
def facts_on(day: date) -> Facts:
    """The catalogue's facts on a day."""
    return library().facts_on(day)


def facts() -> Facts:
    """The catalogue's facts today."""
    return facts_on(today())


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day in UTC, so that everybody sees the same prices."""
    return now().date()


def warm() -> None:
    """Do the slow first things: read content, open the record, then load the tokenizer.

    The first page needs no tokenizer, so that one waits until the first page has been drawn.
    """
    library()
    with suppress(RecordUnavailable):  # the page that needs the record says so to the learner
        journal()
    time.sleep(FIRST_PAGE)
    tokens.encoding("o200k_base")


def learner_id() -> str:
    """Who is learning, without an account. Raises RecordUnavailable."""
    return str(session.once("learner_id", _find_learner))


def _find_learner() -> str:
    if not session.on_shared_server():
        return identity.machine_learner(journal(), now())
    token = session.browser_token()
    if token is None:  # cookies are off: the learner lasts as long as the tab
        return f"tab-{uuid4().hex}"
    return identity.browser_learner(journal(), token, now())


def shared() -> bool:
    """Whether several people may reach this server."""
    return session.on_shared_server()


def first_lesson() -> str:
    """The id of the first lesson that is ready; empty when there is none."""
    lessons = library().lessons
    return next((entry.id for entry in library().course.lessons if entry.id in lessons), "")


def record_notice() -> None:
    """Say so, plainly, when progress cannot be kept; the page goes on without it."""
    try:
        journal()
        problem = session.get("record_problem")
    except RecordUnavailable as error:
        problem = str(error)
    if problem:
        st.warning(problem, icon=":material/save_as:")
