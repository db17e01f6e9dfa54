"""Addresses of this page that are given to others."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from sizewise.ui import session
from sizewise.ui.web.network import names_this_machine

ELSEWHERE = (
    "This address works on this computer alone. Open this page at the address that the computer "
    "has in your network, such as `http://192.168.1.20:8501`: then links and codes lead there."
)


def to(**query: str) -> str:
    """The whole address of this page with these parameters."""
    return f"{_here()}?{urlencode(query)}"


def _here() -> str:
    return session.page_address() or "/class"


def draw_warning() -> None:
    """Say so when the address leads nobody else here."""
    host = urlsplit(_here()).netloc
    if host and names_this_machine(host):
        st.warning(ELSEWHERE, icon=":material/wifi_off:")
