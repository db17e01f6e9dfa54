"""The frame of every page: set-up, navigation, look. Streamlit runs this file at every click."""

import streamlit as st

from sizewise import ROOT
from sizewise.ui import session
from sizewise.ui.frame import (
    draft,
    preview,
    theme,
)

PAGES = {
    "Learn": [
        ("home", "Course", "map"),
        ("lesson", "Lesson", "menu_book"),
        ("quiz", "Quiz", "task_alt"),
    ],
    "Try it": [("lab", "Token and cost lab", "calculate")],
    "Models": [
        ("models", "Catalogue", "view_list"),
        ("compare", "Compare models", "compare_arrows"),
        ("choose", "Choose a model", "alt_route"),
    ],
    "Look it up": [
        ("glossary", "Glossary", "dictionary"),
        ("faq", "Questions and answers", "contact_support"),
        ("checklists", "Checklists", "checklist"),
    ],
    "You": [("you", "Your progress", "insights"), ("reading", "Reading settings", "text_fields")],
    "Paper": [("print", "Print for a class", "print")],
}
# Pages that others lead to, and the navigation does not. No bare string here: Streamlit shows it.
HIDDEN = frozenset({"print"})

# Pages with several places, such as the parts of a lesson, which say themselves where one arrives.
OWN_PLACES = frozenset({"lesson", "models", "glossary", "faq", "checklists"})


def draw() -> None:
    """Draw the frame and the page in it."""
    session.begin_anew()
    st.set_page_config(layout="wide")
    theme.skin()
    theme.mark()
    page = st.navigation(
        {
            group: [
                st.Page(
                    ROOT / "pages" / f"{name}.py",
                    title=title,
                    icon=f":material/{icon}:",
                    url_path="" if name == "home" else name,
                    default=name == "home",
                    visibility="hidden" if name in HIDDEN else "visible",
                )
                for name, title, icon in pages
            ]
            for group, pages in PAGES.items()
        },
        expanded=True,
    )
    theme.name("" if page.url_path == "" else page.title)
    session.arrive(page.url_path)
    preview.draw()
    if page.url_path:  # the first page does it by itself, once the record is there
        theme.comfort()
    page.run()
    if page.url_path not in OWN_PLACES:
        theme.arrive("[data-testid=stMain] h1", f"{page.url_path}/")
    theme.one_entry_a_step(session.untold(), draft.steps())
    theme.bridge()


draw()
