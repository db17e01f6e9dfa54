"""A search field that filters what stands below it while somebody types."""

import streamlit as st

from sizewise.ui import session

LONGEST = 60
"""Letters of a search; the field takes no more."""


def field(label: str, key: str) -> str:
    """What is searched for. The address holds it as `search`, so that a link can carry it.

    Once the field is there it leads and the address follows: a slow answer must not undo typing.
    """
    asked = session.query("search")
    if session.once(key, lambda: asked[:LONGEST]) == asked[:LONGEST] != asked:
        st.info(f"A search has at most {LONGEST} letters: the rest of the address is left out.")
    typed = st.text_input(
        label, key=key, max_chars=LONGEST, live=True, icon=":material/search:", autocomplete="off"
    )
    found = (typed or "").strip()
    session.set_query(search=found)
    return found


def nothing_found(key: str) -> None:
    """What stands below a search without a hit: advice, and the way back to all of it."""
    st.markdown("Try a shorter or another word.")
    st.button(
        "Clear the search",
        key=f"{key}_clear",
        icon=":material/search_off:",
        on_click=session.put,
        args=(key, ""),
    )
