"""A search field that filters what stands below it while somebody types."""

import streamlit as st

from sizewise.ui import session

LONGEST = 60
"""Letters of a search."""


def field(label: str, key: str) -> str:
    """What is searched for. The address holds it as `search`, so that a link can carry it.

    Once the field is there it leads and the address follows: a slow answer must not undo typing.
    """
    session.once(key, lambda: session.query("search")[:LONGEST])
    typed = st.text_input(
        label, key=key, max_chars=LONGEST, live=True, icon=":material/search:", autocomplete="off"
    )
    found = (typed or "").strip()
    session.set_query(search=found)
    return found
