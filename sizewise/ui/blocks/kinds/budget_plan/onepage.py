"""The plan on one page: to read, to print, and to take along as Markdown or CSV."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan
from sizewise.ui import house
from sizewise.ui.blocks.kinds.budget_plan.paper import Paper, paper_csv, paper_markdown, paper_of
from sizewise.ui.blocks.kinds.budget_plan.sketch import Evidence, PlanWords, Sketch
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.script import script
from sizewise.ui.web.sheets import SCREENS

HERE = Path(__file__).parent
FILE = "sizewise-plan"

_PRINT = script(
    "print_plan",
    SCREENS / "printing" / "print.js",
    Markup('<button type="button" class="plan-print">Print or save as PDF</button>'),
)


def draw_one_page(
    block: BudgetPlan, made: Sketch, test: Evidence, words: PlanWords, key: str
) -> None:
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
                "Markdown" if ending == "md" else "CSV",
                written,
                f"{FILE}.{ending}",
                mime,
                key=f"save-{ending}-{key}",
                icon=":material/download:",
                on_click="ignore",
            )


def page_html(paper: Paper, sources: Markup) -> Markup:
    """The plan as one article."""
    day = day_words(house.today())
    return filled(HERE / "page.html", paper=paper, day=day, sources=sources)
