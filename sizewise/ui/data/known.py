"""Every row that the record holds of this learner, as it stands there."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.table import table_html

MOST = 300
"""Rows of one kind that are printed; the others are in the file to take along."""
KINDS: Mapping[str, str] = {
    "attempt": "Quizzes you began",
    "answer": "Your answers",
    "step": "How far you went in each quiz",
    "hint": "Hints you opened",
    "part_read": "Parts you read",
    "mission_solved": "Missions you solved",
    "setting": "Settings you chose",
    "machine": "This computer’s learner",
    "browser": "Browsers that lead to you (fingerprints of a random number)",
    "resume_code": "Resume codes that lead to you (fingerprints)",
    "class_members": "Classes you are in, and your name there",
    "class_teachers": "Classes that this browser opens for you as their teacher",
}


def draw(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Draw them, a table of the record at a time."""
    st.header("What we know about you", anchor=False)
    where = "on this server" if house.shared() else "in a file on this computer"
    st.markdown(
        f"These are all the rows that are kept of you, {where}, as they stand there. There is no "
        "name, no mail address, no birth date and no network address among them."
    )
    show_html(Markup().join(_table(name, each) for name, each in rows.items()))


def _table(name: str, rows: Sequence[Mapping[str, Any]]) -> Markup:
    heads = list(rows[0])
    cells = [[str("" if row[head] is None else row[head]) for head in heads] for row in rows[:MOST]]
    rest = len(rows) - MOST
    more = f"{number_of(rest, 'more row')}: take the file along to see them." if rest > 0 else ""
    title = KINDS.get(name, name)
    return Markup(
        '<details class="own-rows"><summary>{} <span>{}</span></summary>{}<p>{}</p></details>'
    ).format(title, number_of(len(rows), "row"), table_html(title, heads, cells), more)
