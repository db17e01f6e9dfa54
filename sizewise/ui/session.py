"""The draft: ids and widget values of one browser tab. Nothing else touches session or address."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from sizewise.ui.web.visitor import Visitor, told

OWNER = "browser"
"""Under this key stands whose draft it is."""


def get(key: str, default: Any = None) -> Any:
    """What the tab remembers under a key."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Remember a plain value: text, number, yes or no, or a tuple of these."""
    st.session_state[key] = value


def drop(key: str) -> None:
    """Forget a key; nothing happens when it is not there."""
    st.session_state.pop(key, None)


def keep(prefix: str) -> bool:
    """Let widgets whose keys begin so keep their values while they are not drawn.

    True when any of them holds one.
    """
    ours = {key: value for key, value in st.session_state.items() if str(key).startswith(prefix)}
    for key, value in ours.items():
        with suppress(StreamlitAPIException):  # it was drawn before the page failed
            st.session_state[key] = value
    return any(ours.values())


def once(key: str, make: Callable[[], Any]) -> Any:
    """What the tab remembers under a key, made on first use."""
    if key not in st.session_state:
        st.session_state[key] = make()
    return st.session_state[key]


def query(key: str, default: str = "") -> str:
    """A query parameter of the address. Anyone can type there: check the value before use."""
    return st.query_params.get(key, default)


def set_query(**values: str) -> None:
    """Write query parameters; an empty value removes its parameter."""
    for key, value in values.items():
        if not value:
            st.query_params.pop(key, None)
        elif st.query_params.get(key) != value:
            st.query_params[key] = value


def new_query(**values: str) -> None:
    """Write these query parameters and remove all others."""
    st.query_params.from_dict(values)


def dark() -> bool:
    """Whether the browser shows the dark theme."""
    return st.context.theme.type == "dark"


def visitor() -> Visitor:
    """Who looks at this tab, as the web server judged when the tab was connected."""
    return told(st.context.headers)


def same_browser() -> bool:
    """Whether the tab's draft belongs to the browser that looks at it.

    The first browser makes it its own. One that has left while its page was drawn is still itself.
    """
    now = visitor()
    owner = now.token or ("someone" if now.shared else "this machine") if now.known else ""
    return owner in {"", once(OWNER, lambda: owner)}


def begin_anew() -> None:
    """Forget the draft of another browser: the tab has a new cookie, and so another learner."""
    if not same_browser():
        st.session_state.clear()


def browser_token() -> str | None:
    """The browser's learner cookie on a shared server; none on one's own machine."""
    return visitor().token if visitor().shared else None


def on_shared_server() -> bool:
    """Whether several people may reach this server."""
    return visitor().shared
