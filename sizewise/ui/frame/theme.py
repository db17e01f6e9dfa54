"""The look: how its reader likes the page, our mark, chart colours, and small scripts."""

import json
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sizewise.ground import limits
from sizewise.ui import session
from sizewise.ui.frame.comfort import kept
from sizewise.ui.frame.comfort.style import comfort_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.script import script
from sizewise.ui.web.sheets import colours

STATIC = "./app/static"
"""Where the server has fonts and drawings, from any page."""


def comfort() -> None:
    """The page as its reader likes it, which the record knows."""
    show_html(comfort_html(kept.current()))


@lru_cache(maxsize=2)
def palette(mode: str) -> tuple[str, ...]:
    """Chart colours of a theme, told apart by readers with colour-blindness too."""
    return tuple(st.get_option(f"theme.{mode}.chartCategoricalColors"))


_BRIDGE = script("bridge", Path(__file__).with_name("bridge.js"))
_HISTORY = script("history", Path(__file__).with_name("history.js"))
_WAITING = script("waiting", Path(__file__).with_name("waiting.js"))
_ARRIVE = script("arrive", Path(__file__).with_name("arrive.js"))


def mark() -> None:
    """Our mark in the tab, and the logo above the navigation.

    Sent as Streamlit's own messages: its commands for them load NumPy first, a tenth of a second
    before anybody sees anything.
    """
    if run := get_script_run_ctx():
        icon, logo = ForwardMsg(), ForwardMsg()
        page = icon.page_config_changed
        page.favicon = f"{STATIC}/mark.svg"
        # Left alone, both fields would ask for a narrow page; unset, the page stays as it is.
        page.layout, page.initial_sidebar_state = page.LAYOUT_UNSET, page.SIDEBAR_UNSET
        logo.logo.image = f"{STATIC}/logo_{'dark' if session.dark() else 'light'}.svg"
        logo.logo.icon_image = page.favicon
        logo.logo.size = "large"
        run.enqueue(icon)
        run.enqueue(logo)


def name(page: str) -> None:
    """Name the tab after what is open, for those who cannot see it; the name of the app alone
    stands for the first page.
    """
    st.set_page_config(page_title=f"{page} · Sizewise" if page else "Sizewise")


def bridge() -> None:
    """Follow a change of theme in the browser, mend the navigation, come back after a restart, and
    keep texts out of fields that no server takes.
    """
    data = {"most": limits.FIELD_CHARACTERS, "colours": " ".join(colours())}
    if _BRIDGE(key="sizewise_bridge", data=data, on_back_change=lambda: None).back:
        session.put(session.CAME_BACK, time.monotonic())


def one_entry_a_step(address: str, steps: Mapping[str, str]) -> None:
    """Make one entry of the browser's history a step, so that Back undoes it.

    `address` completes the one that the tab began with; `steps` says of each parameter of the page
    when a change of it is a step.
    """
    # As text: of a dictionary Streamlit asks whether it is a table, and loads NumPy for the answer.
    _HISTORY(key="sizewise_history", data={"address": address, "steps": json.dumps(dict(steps))})


def arrive(selector: str, place: str, within: str = "") -> None:
    """When `place` differs from the last one, scroll to the top and focus the selected heading.

    A place `within` a page has a name of its own, and its heading is scrolled to.
    """
    data = {"selector": selector, "place": place, "within": within}
    _ARRIVE(key=f"sizewise_arrive{within}", data=data)


def answer_presses() -> None:
    """Mark what was pressed until the server has answered, however far away it is."""
    _WAITING(key="sizewise_waiting")
