"""A server that has just started: whether it still reads, and whether anybody sees a page."""

import threading

import streamlit as st

READING = "reading"
"""The name of the thread that reads. While it lives, most of the content is not there yet."""


def reading() -> bool:
    """Whether the server is still reading what its pages need."""
    return any(thread.name == READING for thread in threading.enumerate())


@st.cache_resource(show_spinner=False)
def seen() -> threading.Event:
    """Set once a browser shows the first page."""
    return threading.Event()
