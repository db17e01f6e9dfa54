"""The frame of every page: set-up, navigation, look. Streamlit runs this file at every click."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sizewise import ROOT
from sizewise.ui import session
from sizewise.ui.frame import draft, preview, theme
from sizewise.ui.frame.pages import PAGES, AppPage
from sizewise.ui.kit.text_area import hand_over


def draw() -> None:
    """Draw the frame and the page in it."""
    session.begin_anew()
    preview.catch_up()
    st.set_page_config(layout="wide")
    theme.mark()
    page = st.navigation(_grouped(), expanded=True)
    theme.name("" if page.url_path == "" else page.title)
    session.arrive(page.url_path)
    preview.draw()
    if page.url_path:  # the first page does it by itself, once the record is there
        theme.comfort()
    page.run()
    if page.url_path not in {each.path for each in PAGES if each.own_places}:
        theme.arrive("[data-testid=stMain] h1", f"{page.url_path}/")
    theme.one_entry_a_step(session.untold(), draft.steps())
    theme.bridge()
    theme.answer_presses()
    hand_over()


def _grouped() -> dict[str, list[StreamlitPage]]:
    """The pages below the headings of the navigation."""
    groups = dict.fromkeys(page.group for page in PAGES)
    return {group: [_page(page) for page in PAGES if page.group == group] for group in groups}


def _page(page: AppPage) -> StreamlitPage:
    return st.Page(
        ROOT / "pages" / f"{page.name}.py",
        title=page.title,
        icon=f":material/{page.icon}:",
        url_path=page.path,
        default=not page.path,
        visibility="hidden" if page.hidden else "visible",
    )


draw()
