"""Buttons that lead to another page of the app, without loading it anew."""

from typing import NoReturn

import streamlit as st

from sizewise import ROOT
from sizewise.ui import session


def button_to(
    label: str,
    page: str,
    *,
    key: str,
    icon: str,
    primary: bool = False,
    plain: bool = False,
    wide: bool = False,
    **query: str,
) -> None:
    """A button that opens a page of pages/ with the given query parameters."""
    arrow = icon.startswith("arrow_f")
    if st.button(
        label,
        key=key,
        type="primary" if primary else ("tertiary" if plain else "secondary"),
        icon=f":material/{icon}:",
        icon_position="right" if arrow else "left",
        width="stretch" if wide else "content",
    ):
        open_page(page, **query)


def open_page(page: str, **query: str) -> NoReturn:
    """Open a page of pages/ with the given query parameters. Nothing after it runs."""
    session.visit()
    st.switch_page(ROOT / "pages" / f"{page}.py", query_params=query)
