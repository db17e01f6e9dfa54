"""Plain notices: what is wrong, and the way out."""

import streamlit as st

from sizewise.ui.go import button_to


def lost(title: str, message: str) -> None:
    """A page for an address that leads nowhere."""
    st.title(title, anchor=False)
    st.markdown(message)
    button_to("Open the course", "home", key="lost_home", icon="map", primary=True)
