"""A teacher's account at a provider, where whoever runs the server has configured one.

OpenID Connect is Streamlit's own: `[auth]` in `.streamlit/secrets.toml`, and Authlib. An account
opens the classes that were made with it, and says nothing of who learns in this browser.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import streamlit as st

from sizewise.learn.class_room.membership import Class
from sizewise.record import identity
from sizewise.ui import session


def digest() -> str:
    """What the record knows the account by; empty for who has not signed in, or has signed out in
    another tab: Streamlit tells of the account that the tab began with.
    """
    user = st.user.to_dict()
    issuer, subject = user.get("iss"), user.get("sub")
    if not (user.get("is_logged_in") and issuer and subject):
        return ""
    known = identity.account_digest(str(issuer), str(subject))
    return "" if session.closed_in_a_tab(known) else known


def opens(group: Class) -> bool:
    """Whether a class belongs to the account that is signed in."""
    return group.teacher_digest == digest()


def draw() -> None:
    """Draw how to sign in; nothing where there is no provider."""
    if "is_logged_in" not in st.user:
        return
    if digest():
        draw_out()
        return
    if find_spec("authlib") is None:
        st.warning(
            "Signing in is configured, but Authlib is not installed. Whoever runs this server "
            "installs requirements-oidc.txt.",
            icon=":material/badge:",
        )
        return
    for name in providers(st.secrets["auth"]):
        st.button(
            f"Sign in with {name.capitalize()}" if name else "Sign in with your account",
            key=f"class_sign_in_{name}",
            icon=":material/badge:",
            help="For teachers alone.",
            on_click=st.login,
            args=(name,) if name else (),
        )


def providers(auth: Mapping[str, Any]) -> list[str]:
    """The names of the providers that are configured; an empty one where there is one alone."""
    return [name for name, value in auth.items() if hasattr(value, "items")] or [""]


def draw_out() -> None:
    """Draw the way out of an account; nothing for who is in none."""
    if digest():
        st.button("Sign out", key="class_sign_out", icon=":material/logout:", on_click=_sign_out)


def _sign_out() -> None:
    session.close_in_all_tabs(digest())
    st.logout()
