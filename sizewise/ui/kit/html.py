"""The one place where HTML goes on the page."""

import streamlit as st


def show_html(html: str) -> None:
    """Draw HTML where the page stands. Without any there is nothing to draw.

    A list may be empty and a search may find nothing; Streamlit refuses empty HTML with an
    exception that would take the whole page away.
    """
    if html.strip():
        st.html(html)
