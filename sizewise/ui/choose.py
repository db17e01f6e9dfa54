"""The page choose."""

import streamlit as st


def draw() -> None:
    """Draw the page."""
    st.title("choose", anchor=False)
