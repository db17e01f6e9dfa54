"""Every row that the record holds of this learner, as it stands there, and every file beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of
from sizewise.ui import house
from sizewise.ui.data import runs
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


ACCOUNT = "Classes that your account opens, with its fingerprint"
RUNS = "Your runs of the Benchmark lab (files beside the record)"


def draw(
    rows: Mapping[str, Sequence[Mapping[str, Any]]], account: Sequence[Mapping[str, Any]]
) -> None:
    """Draw them, a table of the record at a time, and `account`: those of a teacher's account."""
    st.header("What we know about you", anchor=False)
    where = "on this server" if house.shared() else "in a file on this computer"
    st.markdown(
        f"These are all the rows that are kept of you, {where}, as they stand there. There is no "
        "name, no mail address, no birth date and no network address among them. Runs of the "
        "Benchmark lab are files of their own: what you typed there is in them."
    )
    tables = [_rows(KINDS.get(name, name), each) for name, each in rows.items()]
    tables += [_rows(ACCOUNT, account)] if account else []
    show_html(Markup().join([*tables, _files()]))


def _rows(title: str, rows: Sequence[Mapping[str, Any]]) -> Markup:
    heads = list(rows[0])
    cells = [["" if row[head] is None else str(row[head]) for head in heads] for row in rows]
    return _table(title, heads, cells, "row")


def _files() -> Markup:
    """The files of the learner's runs; nothing without any."""
    cells = [
        [each.path.name, each.holds, number_of(each.size, "byte"), day_words(each.day)]
        for each in runs.files(house.runs_folder())
    ]
    heads = ("file", "holds", "size", "day")
    return _table(RUNS, heads, cells, "file") if cells else Markup()


def _table(title: str, heads: Sequence[str], cells: Sequence[Sequence[str]], one: str) -> Markup:
    rest = len(cells) - MOST
    more = f"{number_of(rest, f'more {one}')}: take them along to see them." if rest > 0 else ""
    return Markup(
        '<details class="own-rows"><summary>{} <span>{}</span></summary>{}<p>{}</p></details>'
    ).format(title, number_of(len(cells), one), table_html(title, heads, cells[:MOST]), more)
