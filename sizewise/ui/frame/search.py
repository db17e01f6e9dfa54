"""A search field that filters what stands below it while somebody types."""

import streamlit as st

from sizewise.ground import limits
from sizewise.ui.frame.address import Parameter, text
from sizewise.ui.frame.draft import Draft


def draft(name: str) -> Draft:
    """The search of a page. A link can carry it; another visit begins without it."""
    search = Parameter("a search for", text(limits.SEARCH_CHARACTERS), "")
    return Draft(name, {"search": search}, remembers=False)


def field(label: str, sought: Draft) -> str:
    """Draw the field: what is searched for."""
    sought.draw_notices()
    st.text_input(
        label,
        max_chars=limits.SEARCH_CHARACTERS,
        live=True,
        icon=":material/search:",
        autocomplete="off",
        **sought.widget("search"),
    )
    return str(sought.value("search")).strip()


def nothing_found(sought: Draft) -> None:
    """What stands below a search without a hit: advice, and the way back to all of it."""
    st.markdown("Try a shorter or another word.")
    st.button(
        "Clear the search",
        key=f"{sought.key('search')}_clear",
        icon=":material/search_off:",
        on_click=sought.give,
        kwargs={"search": ""},
    )
