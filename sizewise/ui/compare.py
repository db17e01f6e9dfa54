"""The page compare."""

import streamlit as st


def draw() -> None:
    """Draw the page."""
    st.title("compare", anchor=False)
