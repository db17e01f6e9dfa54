"""Tool definitions: pasted as JSON, or written with a small form that adds to it."""

import json
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground import limits
from sizewise.ground.written import grouped
from sizewise.sizing.tokens.tokens import TextTooLong, clean
from sizewise.sizing.tokens.tools import ToolsError, listed, tool_tokens
from sizewise.ui import session
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import sentence
from sizewise.ui.kit.text_area import text_area
from sizewise.ui.lab.call import state

KINDS = ("string", "number", "integer", "boolean", "array", "object")
NAME, ABOUT, GIVEN = "lab_call_tool_name", "lab_call_tool_about", "lab_call_tool_given"
FAULT = "lab_call_tool_fault"
FORM = (NAME, ABOUT, GIVEN)


def ask_tools(encoding: str) -> str:
    """The tools as JSON that can be counted; what cannot is told here, and does not count."""
    typed = session.get(state.TOOLS) or ""
    with st.expander(_label(typed, encoding), key="lab_call_tool_box", icon=":material/build:"):
        text_area(
            "Tool definitions as JSON",
            height=200,
            key=state.TOOLS,
            on_change=state.own,
            placeholder='[{"name": "find_book", "description": "Look up a book"}]',
        )
        fault = problem(typed, encoding)
        if fault:
            st.error(
                sentence(f"{fault} Until then no tool is counted."), icon=":material/data_object:"
            )
        _ask_form()
    return "" if fault else typed


def problem(typed: str, encoding: str) -> str:
    """Why a text is no list of tools, in a sentence; empty when it is one, or empty."""
    try:
        tool_tokens(typed, encoding)
    except (ToolsError, TextTooLong) as error:
        return str(error)
    return ""


def _label(typed: str, encoding: str) -> str:
    if problem(typed, encoding):
        return "Tools: the JSON needs a repair"
    tools = len(listed(typed))
    words = {0: "none", 1: "1 function"}.get(tools, f"{tools} functions")
    return f"Tools the model may call: {words}"


def _ask_form() -> None:
    with st.form("lab_call_tool_form", border=True):
        show_html(Markup('<p class="fine">Or let a form write one:</p>'))
        st.text_input("Name of the function", key=NAME, placeholder="find_book")
        st.text_input("What it does", key=ABOUT, placeholder="Look up a book in the library")
        st.text_area(
            "What it is given: a line each, as name: kind: meaning",
            key=GIVEN,
            height=80,
            placeholder="title: string: The book’s title",
        )
        if fault := session.get(FAULT):
            st.error(sentence(fault), icon=":material/edit:")
        st.form_submit_button("Add this function", on_click=_add, icon=":material/add:")


def _add() -> None:
    """Put the form's function into the JSON, and empty the form; or say what it lacks."""
    typed = session.get(state.TOOLS) or ""
    try:
        made = definition(*(session.get(key) or "" for key in FORM))
        session.put(state.TOOLS, joined(typed, made))
    except ToolsError as error:
        session.put(FAULT, str(error))
        return
    for key in FORM:
        session.put(key, "")
    session.put(FAULT, "")
    state.own()


def joined(typed: str, made: dict[str, Any]) -> str:
    """The JSON with one definition more. Raises ToolsError."""
    if problem(typed, "o200k_base"):
        raise ToolsError("Repair the JSON above first, so that this function can join it.")
    text = clean(json.dumps([*listed(typed), made], indent=2, ensure_ascii=False))
    if len(text) > limits.TEXT_CHARACTERS:
        raise ToolsError(
            f"All tools together have at most {grouped(limits.TEXT_CHARACTERS)} characters."
        )
    return text


def definition(name: str, about: str, given: str) -> dict[str, Any]:
    """A function as makers want it. Raises ToolsError, with a sentence for the learner."""
    name = name.strip()
    if not name or not name.replace("_", "").replace("-", "").isalnum():
        raise ToolsError("A function needs a name of letters, digits and _, such as find_book.")
    properties = dict(_property(line) for line in given.splitlines() if line.strip())
    return {
        "name": name,
        "description": about.strip(),
        "parameters": {"type": "object", "properties": properties},
    }


def _property(line: str) -> tuple[str, dict[str, str]]:
    name, _, rest = (part.strip() for part in line.partition(":"))
    kind, _, meaning = (part.strip() for part in rest.partition(":"))
    if not name or kind not in KINDS:
        kinds = ", ".join(KINDS)
        raise ToolsError(
            f"“{line.strip()[:40]}” needs a kind: write name: kind: meaning ({kinds})."
        )
    return name, {"type": kind, "description": meaning}
