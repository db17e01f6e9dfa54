"""A run as HTML: the board, the slip beside it, tables, and what the words mean."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup, escape

from sizewise.benchmark.endings import Endings, together
from sizewise.benchmark.frontier import CostQuality
from sizewise.benchmark.measure import Measure
from sizewise.benchmark.prompts import of_samples
from sizewise.benchmark.report.columns import NOTHING, Column
from sizewise.benchmark.report.picture import label
from sizewise.benchmark.summary import Summary
from sizewise.ground.written import dollars, grouped, listed, number, percent, whole_percent
from sizewise.ui.benchmark.choose_run import ChosenRun, machine_words
from sizewise.ui.kit.html import css_share, filled
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html, stamp_html
from sizewise.ui.kit.table import table_html

HERE = Path(__file__).parent
_LOAD = re.compile(r"(\d+) cores?, .*load (\d+(?:\.\d+)?) at the start")
_AROUND = re.compile(r"(.+?) (\(.+?\))(.*)")
"""A number and the interval around it, as a column of the report says them."""
FROM = {
    "recorded": ("ok", "Recorded"),
    "own": ("new", "Yours"),
    "brought": ("now", "Brought"),
}
"""Where a log comes from -> the colour and the word of its pill."""


def board_html(rows: Sequence[Summary], titled: Callable[[str], str]) -> Markup:
    """A tile for each task and model: how often right, with its interval, and how quick."""
    alone = len({row.cell.model for row in rows}) == 1
    return filled(HERE / "board.html", tiles=[_tile(row, titled, alone=alone) for row in rows])


def _tile(row: Summary, titled: Callable[[str], str], *, alone: bool) -> Mapping[str, object]:
    cell = row.cell
    who = [] if alone else [cell.model]
    who += [f"{grouped(cell.concurrency)} at once"] if cell.concurrency > 1 else []
    return {
        "title": titled(cell.task),
        "who": ", ".join(who),
        "right": row.right if row.right.of else None,
        "prompts": of_samples(row.prompts.graded, row.right.of),
        "ended": row.endings.said,
        "share": whole_percent(row.right.share),
        "low": percent(row.right.interval.low),
        "high": percent(row.right.interval.high),
        "left": css_share(row.right.interval.low),
        "width": css_share(row.right.interval.high - row.right.interval.low),
        "at": css_share(row.right.share),
        "times": {
            "first token": _median(row.first),
            "whole reply": _median(row.latency),
            "tokens/s": number(row.tokens_per_second, 1),
        },
    }


def _median(found: Measure | None) -> str:
    return NOTHING if found is None else f"{number(found.median)} s"


def slip_html(chosen: ChosenRun, rows: Sequence[Summary], told: Iterable[str]) -> Markup:
    """The run as a receipt: what was asked, what came, what it cost, where and when."""
    trials = chosen.run.log.trials
    whole, attempts = sum(row.success.hits for row in rows), sum(row.success.of for row in rows)
    spent = sum(row.spent.total for row in rows)
    priced = any(trial.charge for trial in chosen.run.log.measured)
    body = (
        line_html("Attempts", grouped(attempts))
        + line_html("Warm-ups apart", grouped(len(trials) - len(chosen.run.log.measured)), "s")
        + line_html("Whole replies", grouped(whole))
        + _endings_html(together(row.endings for row in rows))
        + line_html("Tokens in", grouped(sum(row.tokens_in for row in rows)))
        + line_html("Tokens out", grouped(sum(row.tokens_out for row in rows)))
        + rule_html()
        + line_html("Bill", dollars(spent) if priced else "none", "tot")
    )
    first = trials[0]
    css, word = FROM[chosen.origin]
    return receipt_html(
        listed(sorted({row.cell.model for row in rows})),
        machine_words(first),
        body,
        filled(
            HERE / "slip.html",
            css=css,
            word=word,
            stamp=stamp_html("measured", first.sent_at.date()),
            busy=_busy(first.machine),
            free=not priced,
            facts=list(told)[1:],
        ),
    )


def _endings_html(found: Endings) -> Markup:
    """Those of the whole replies that did not say all they had to, each kind in a line."""
    told = {
        "of these cut at the limit": found.cut,
        "of those while thinking": found.thinking,
        "of these ended by a filter": found.filtered,
        "of these empty": found.empty,
    }
    return Markup().join(line_html(what, grouped(many), "s") for what, many in told.items() if many)


def _busy(machine: str) -> str:
    """How many programs wanted a core, where they were more than the cores; else nothing."""
    found = _LOAD.search(machine)
    return found[2] if found and float(found[2]) > float(found[1]) else ""


def columns_html(name: str, columns: Sequence[Column], rows: Sequence[Summary]) -> Markup:
    """A table of the report."""
    alone = len({row.cell.model for row in rows}) == 1
    heads = ("Task" if alone else "Model and task", *(each.title for each in columns))
    told = [
        (
            label(row.cell).removeprefix(f"{row.cell.model} · " if alone else ""),
            *(_cell_html(each.said(row)) for each in columns),
        )
        for row in rows
    ]
    return table_html(name, heads, told, "bench-numbers")


def _cell_html(said: str) -> Markup:
    """A number with its interval below it, or the reason why there is none in small."""
    if found := _AROUND.fullmatch(said):
        number, interval, further = found.groups()
        return Markup("{}<small>{}{}</small>").format(number, interval, further)
    if said.startswith("needs "):
        return Markup('<small class="why">{}</small>').format(said)
    return escape(said)


def frontier_html(found: Sequence[CostQuality], best: Collection[CostQuality]) -> Markup:
    """The standings as a table, the twin of their chart."""
    rows = [
        (
            label(each.cell),
            dollars(each.cost),
            f"{percent(each.quality)}{each.once}",
            "no other beats it" if each in best else "another beats it",
        )
        for each in found
    ]
    heads = ("Model and task", "1,000 cost", "Right", "Beside the others")
    return table_html("Cost against quality", heads, rows)


def versus_html(told: Iterable[tuple[str, Sequence[str]]]) -> Markup:
    """Two models against each other, in sentences."""
    return Markup().join(
        Markup('<div class="bench-versus"><h3>{}</h3><ul>{}</ul></div>').format(
            title, items_html(said)
        )
        for title, said in told
    )


def definitions_html(words: Iterable[tuple[str, str]]) -> Markup:
    """What each word of the tables means, folded."""
    return filled(HERE / "definitions.html", words=list(words))
