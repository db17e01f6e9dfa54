"""The field for a JSON Schema. One that cannot be used is refused beside it, before anybody is
asked: each who answers would say so in words of its own, or take it.
"""

import streamlit as st

from sizewise.learn.lesson.json_schema import SchemaUnusable, read_schema
from sizewise.ui import session
from sizewise.ui.kit.markdown import literal

SCHEMA = "playground_schema"
"""The key of the field."""


def ask() -> None:
    """Draw the field, and what is wrong with what stands in it."""
    st.text_area(
        "JSON Schema the reply must follow; empty for free text",
        height=150,
        key=SCHEMA,
        persist_state="session",
    )
    if wrong := trouble():
        st.error(f"This schema cannot be used: {literal(wrong)}.", icon=":material/error:")


def trouble() -> str:
    """Why the schema cannot be used; empty when it can, or when there is none."""
    text = (session.get(SCHEMA) or "").strip()
    try:
        if text:
            read_schema(text).flaws("null")  # held against anything, an endless reference shows
    except SchemaUnusable as unusable:
        return str(unusable)
    return ""
