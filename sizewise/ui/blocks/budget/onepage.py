"""The plan on one page: to read, to print, and to take along as Markdown or CSV."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import streamlit as st

from sizewise.learn.lesson.experiment import BudgetPlan
from sizewise.ui import house
from sizewise.ui.blocks.budget.paper import Paper, paper_csv, paper_markdown, paper_of
from sizewise.ui.blocks.budget.sketch import Evidence, Sketch, Words
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import day_words

FILE = "sizewise-plan"

_PRINT = st.components.v2.component(
    "sizewise_print_plan",
    html='<button type="button" class="plan-print">Print or save as PDF</button>',
    js=(Path(__file__).parents[2] / "printing" / "print.js").read_text("utf-8"),
    isolate_styles=False,
)


def draw_one_page(block: BudgetPlan, made: Sketch, test: Evidence, words: Words, key: str) -> None:
    """The page, and three ways to take it along. Printing prints this page alone."""
    paper = paper_of(block, made, test, words)
    show_html(page_html(paper, prices_html([made.price], house.today())))
    with st.container(key=f"take-{key}", horizontal=True, gap="small", vertical_alignment="center"):
        _PRINT(key=f"print-{key}")
        for ending, mime, written in (
            ("md", "text/markdown", paper_markdown(paper, house.today())),
            ("csv", "text/csv", "\ufeff" + paper_csv(paper, house.today())),
        ):
            st.download_button(
                "Save as Markdown" if ending == "md" else "Save as CSV",
                written,
                f"{FILE}.{ending}",
                mime,
                key=f"save-{ending}-{key}",
                icon=":material/download:",
                on_click="ignore",
            )


def page_html(paper: Paper, sources: str) -> str:
    """The plan as one article; `sources` is ready HTML."""
    sections = "".join(_sections(paper))
    return (
        f'<article class="plan-page"><header><p class="eyebrow">Plan of '
        f"{day_words(house.today())}</p><h4>{escape(paper.title)}</h4></header>{sections}"
        f"<footer>{sources}</footer></article>"
    )


def _sections(paper: Paper) -> Iterator[str]:
    for section in paper.sections:
        rows = "".join(
            f"<tr><th scope='row'>{escape(what)}</th><td>{escape(said)}</td></tr>"
            for what, said in section.rows
        )
        note = f"<p>{escape(section.note)}</p>" if section.note else ""
        yield f"<section><h5>{escape(section.title)}</h5><table>{rows}</table>{note}</section>"
