"""The look: the theme's colours as CSS variables, our style sheets, and a small bridge script."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sizewise.ground import limits
from sizewise.ui import session
from sizewise.ui.frame.comfort import kept
from sizewise.ui.frame.comfort.style import comfort_html
from sizewise.ui.kit.html import show_html, style_html
from sizewise.ui.script import script

STATIC = "./app/static"
"""Where the server has fonts and drawings, from any page."""
SCREENS = Path(__file__).parents[1]
_FONTS = {"font": "font", "heading-font": "headingFont", "code-font": "codeFont"}


def _option(name: str) -> str:
    head, *rest = name.split("-")
    return head + "".join(word.capitalize() for word in rest) + "Color"


@lru_cache(maxsize=2)
def variables(mode: str) -> str:
    """CSS variables of a theme, `light` or `dark`, from .streamlit/config.toml."""
    inks = {
        f"--st-{name}-color": st.get_option(f"theme.{mode}.{_option(name)}") for name in colours()
    }
    fonts = {f"--st-{css}": st.get_option(f"theme.{option}") for css, option in _FONTS.items()}
    return "".join(f"{name}:{value};" for name, value in {**inks, **fonts}.items() if value)


@lru_cache(maxsize=1)
def colours() -> tuple[str, ...]:
    """The theme's colours that style sheets ask for: `red-text` for `var(--st-red-text-color)`."""
    every = "".join(each.read_text("utf-8") for each in SCREENS.rglob("*.css"))
    return tuple(sorted(set(re.findall(r"var\(--st-([\w-]+)-color\)", every))))


@lru_cache(maxsize=1)
def sheets() -> str:
    """Every style sheet beside its screen, in the order of their names: 00-base comes first.

    Those of the reading settings are added for who has chosen them.
    """
    found = [each for each in SCREENS.rglob("*.css") if each.parent.name != "css"]
    return "\n".join(each.read_text("utf-8") for each in sorted(found, key=attrgetter("name")))


@lru_cache(maxsize=2)
def _style(mode: str) -> Markup:
    on_paper = f"@media print{{:root{{{_on_paper()}}}}}"
    return style_html(f":root{{{variables(mode)}}}{_before_the_bridge(mode)}{on_paper}")


def _before_the_bridge(mode: str) -> str:
    """The sheets, whose dark rules hold in the dark theme from the first paint on.

    The bridge arrives a second or two later, and marks a page whose paper is not that of `mode`.
    """
    if mode == "dark":
        return sheets().replace(":root[data-paper=dark]", ":root:not([data-paper=light])")
    return sheets()


def _on_paper() -> str:
    """The light colours, which printing takes in both themes: nobody wants black sheets.

    !important, since the bridge writes those of the theme into the element itself.
    """
    return variables("light").replace(";", " !important;")


def _mode() -> str:
    return "dark" if session.dark() else "light"


def skin() -> None:
    """Dress the page. Called once at the top of every full run; fragments keep it."""
    show_html(_style(_mode()))


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
    most, paper = limits.FIELD_CHARACTERS, _mode()
    data = {"most": most, "colours": " ".join(colours()), "paper": paper}
    _BRIDGE(key="sizewise_bridge", data=data, on_back_change=lambda: None)


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
