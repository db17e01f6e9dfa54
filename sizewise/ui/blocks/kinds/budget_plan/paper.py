"""A plan as titled rows, the same on screen, on paper and in a file."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sizewise.ground.written import dollars, rate
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan
from sizewise.ui import house
from sizewise.ui.blocks.kinds.budget_plan.saying import (
    BudgetVerdict,
    budget_verdict,
    month_lines,
    proof_verdict,
    size_words,
    strike_verdict,
)
from sizewise.ui.blocks.kinds.budget_plan.sketch import Evidence, PlanWords, Sketch, strike
from sizewise.ui.kit.provenance import standing
from sizewise.ui.kit.share import written_csv

BudgetRow = tuple[str, str]
"""What, and what the plan says about it."""

GAP = "Not written yet."
"""What stands where the learner has written nothing."""


class Section(NamedTuple):
    """A part of the page: its title, its rows and a sentence below them."""

    title: str
    rows: tuple[BudgetRow, ...]
    note: str = ""


class Paper(NamedTuple):
    """The page."""

    title: str
    sections: tuple[Section, ...]
    source: str
    """Where the price stands, with the day it was checked."""


def paper_of(block: BudgetPlan, made: Sketch, test: Evidence, words: PlanWords) -> Paper:
    """The page of a plan."""
    price = made.price
    return Paper(
        house.facts().text(block.title),
        (
            _choice(made),
            _cost(made),
            Section("The proof", (("Test", _whole(proof_verdict(test))),)),
            Section("What may happen", tuple(_events(block, made))),
            _people(words),
        ),
        f"{price.source}, checked on {price.checked_on.isoformat()}",
    )


def _choice(made: Sketch) -> Section:
    life = standing(made.profile.file.lifecycle, house.today())
    price = f"{rate(made.price.input)} in, {rate(made.price.output)} out, per million tokens"
    rows = (("Model", f"{made.profile.name}, {life.words}"), ("Price", price))
    return Section("The choice", rows)


def _cost(made: Sketch) -> Section:
    rows = [("Questions a month", size_words(made))]
    rows += [(what, f"{amount} ({how})") for what, how, amount in month_lines(made)]
    rows += [("A month", dollars(made.month.total)), ("Budget", dollars(made.month.budget))]
    return Section("The cost", tuple(rows), _whole(budget_verdict(made)))


def _events(block: BudgetPlan, made: Sketch) -> Iterator[BudgetRow]:
    for event in block.events:
        verdict = strike_verdict(made, strike(made, [event]))
        yield house.facts().text(event.name), _whole(verdict)


def _people(words: PlanWords) -> Section:
    rows = (("Responsible", words.responsible or GAP), ("Plan B", words.plan_b or GAP))
    return Section("Who and what then", rows)


def _whole(verdict: BudgetVerdict) -> str:
    return f"{verdict.word} {verdict.said}"


def paper_markdown(paper: Paper, day: date) -> str:
    """The page as a Markdown text."""
    lines = [f"# {paper.title}", "", f"Made with Sizewise on {day.isoformat()}.", ""]
    for section in paper.sections:
        lines += [f"## {section.title}", ""]
        lines += [f"- **{_plain(what)}**: {_plain(said)}" for what, said in section.rows]
        lines += ["", section.note, ""] if section.note else [""]
    return "\n".join([*lines, f"Price: {paper.source}", ""])


def _plain(text: str) -> str:
    """A text as Markdown that means nothing else."""
    for sign in "\\`*_<[#":
        text = text.replace(sign, f"\\{sign}")
    return text


def paper_csv(paper: Paper, day: date) -> str:
    """The page as a table of part, row and text."""
    rows = [(section.title, *row) for section in paper.sections for row in section.rows]
    rows += [(section.title, "", section.note) for section in paper.sections if section.note]
    whole = [("part", "row", "text"), ("Plan", "Title", paper.title)]
    whole += [("Plan", "Made on", day.isoformat()), *rows, ("Price", "Source", paper.source)]
    return written_csv(whole)
