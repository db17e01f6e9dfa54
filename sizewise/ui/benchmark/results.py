"""What a run found: how often right, how quick, how much for how much, and whether it was luck."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import cast

import streamlit as st

from sizewise.benchmark.comparison import (
    Comparison,
    endings_sentences,
    times_sentence,
    verdicts_sentence,
)
from sizewise.benchmark.frontier import BEATS, choice, frontier, standings
from sizewise.benchmark.log import Log
from sizewise.benchmark.report.columns import OUTCOMES, PACE, TIMED, Timed, times
from sizewise.benchmark.report.page import (
    DEFINITIONS,
    SEED,
    comparisons,
    facts,
    report_html,
    versus,
)
from sizewise.benchmark.report.sheet import report_csv
from sizewise.benchmark.summary import Goal, Summary, summaries
from sizewise.library.kinds import TASK
from sizewise.library.recorded_runs import RunLog
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.cost.thinking_notes import unthought_note
from sizewise.ui import house
from sizewise.ui.benchmark import charts, choose_run
from sizewise.ui.benchmark.choose_run import ChosenRun
from sizewise.ui.benchmark.markup import (
    board_html,
    columns_html,
    definitions_html,
    frontier_html,
    slip_html,
    versus_html,
)
from sizewise.ui.frame.address import Parameter, ParameterKind, amount, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html

MOST_SECONDS = 3600
GOAL: dict[str, str] = {
    "first": "First token within, in seconds",
    "each": "Each further token within, in seconds",
    "whole": "Whole reply within, in seconds",
}
"""Names in the address -> what is asked, in the order of a goal's fields."""
FILES = {
    "html": ("Report (HTML)", "text/html"),
    "csv": ("Numbers (CSV)", "text/csv"),
    "jsonl": ("Log (JSONL)", "application/jsonl"),
}
"""What one can take along: the file's ending -> its name on the page, and its type."""

NO_PRICE = (
    "No model's reply in this run has a price: its plan names no model of the catalogue in "
    "`priced_as`, and a model on one's own machine sends no bill. Choose a price when you run a "
    "plan, and this chart shows who is worth the money."
)
ALONE = "One model alone answered, so there is nobody to compare it with. Run a plan with two."


def draw() -> None:
    """Draw the view."""
    chosen = choose_run.choose()
    if chosen is None:
        return
    if not chosen.run.log.measured:
        st.info("Nothing that counts stands in this log yet: there are warm-ups at most.")
        return
    asked = _draft()
    asked.begin()
    goal = Goal(*(_seconds(asked.value(name)) for name in GOAL))
    rows = _summaries(_digest(chosen.run.text), goal, chosen.run.log)
    _overview(chosen, rows)
    _times(rows, chosen.run.log, asked)
    _pace(rows, asked)
    _cost(rows, chosen.run.log)
    _pairs(_digest(chosen.run.text), chosen.run.log)
    show_html(definitions_html(DEFINITIONS))
    _take_along(chosen, rows, goal)
    asked.draw_notices()


def _draft() -> Draft:
    known = one_of(tuple(TIMED), "no such time is measured.")
    limit = Parameter("a goal of", _limit(), None)
    return Draft(
        "benchmark_results",
        {"timed": Parameter("the time", known, "latency"), **dict.fromkeys(GOAL, limit)},
        "bench",
    )


def _limit() -> ParameterKind:
    """Seconds, or nothing where one does not mind."""
    within = amount(0, MOST_SECONDS, 3)
    return ParameterKind(
        within.read,
        held=lambda value: None if value is None else float(value),
        taken=lambda held: None if held is None else within.taken(held),
        step="never",
    )


def _seconds(limit: Decimal | None) -> float | None:
    return None if limit is None else float(limit)


def _digest(text: bytes) -> str:
    return sha256(text).hexdigest()


@st.cache_resource(show_spinner=False, max_entries=30)
def _summaries(digest: str, goal: Goal, _log: Log) -> tuple[Summary, ...]:  # noqa: ARG001
    """The rows of a log, made once for each goal: the digest stands for the log."""
    return summaries(_log.trials, SEED, goal)


def _overview(chosen: ChosenRun, rows: Sequence[Summary]) -> None:
    left, right = st.columns([2, 1], gap="medium")
    with left:
        st.header("At a glance", anchor=False)
        show_html(board_html(rows, _task_title))
        st.caption("Bar: where the true share lies, with 95 % certainty (Wilson). Times: medians.")
        if any(row.prompts.repeated for row in rows):
            st.caption(
                "A sample that repeats a prompt mostly gets the same reply. So where there are "
                "fewer prompts than samples, the bar is too narrow."
            )
    with right:
        show_html(slip_html(chosen, rows, facts(chosen.run.log)))
    st.header("How often it worked, and what it cost", anchor=False)
    show_html(columns_html("Outcomes and cost", OUTCOMES, rows))


def _task_title(name: str) -> str:
    task = house.library().all(TASK).get(name)
    return task.title if task else name


def _times(rows: Sequence[Summary], log: Log, asked: Draft) -> None:
    st.header("How long it took", anchor=False)
    st.segmented_control(
        "What is timed",
        tuple(TIMED),
        format_func=lambda name: TIMED[cast("Timed", name)],
        required=True,
        wrap=True,
        **asked.widget("timed"),
    )
    timed = cast("Timed", asked.value("timed"))
    charts.draw_distribution(log, timed)
    show_html(columns_html(TIMED[timed], times(timed), rows))


def _pace(rows: Sequence[Summary], asked: Draft) -> None:
    st.header("How much gets done", anchor=False)
    st.markdown(
        "How long would somebody wait? **Goodput** counts only the replies that keep to that."
    )
    for column, (name, words) in zip(st.columns(3), GOAL.items(), strict=True):
        with column:
            st.number_input(
                words,
                0.0,
                float(MOST_SECONDS),
                step=0.1,
                placeholder="does not matter",
                **asked.widget(name),
            )
    show_html(columns_html("Throughput", PACE, rows))
    if len({row.cell.concurrency for row in rows}) > 1:
        charts.draw_paths(rows)
    else:
        level = rows[0].cell.concurrency
        st.caption(
            f"Every request of this run was asked with {level} under way at once. A plan with "
            "several levels, such as 1, 2 and 4, draws latency against throughput here."
        )


def _cost(rows: Sequence[Summary], log: Log) -> None:
    st.header("Cost against quality", anchor=False)
    found = standings(rows)
    if not found or not any(trial.charge for trial in log.measured):
        st.caption(NO_PRICE)
        return
    charts.draw_frontier(found, frontier(rows))
    show_html(frontier_html(found, frontier(rows)))
    if choice(found):
        st.caption(BEATS)
    if unthought := unthought_note(_without_thinking(log)):
        st.caption(unthought)


def _without_thinking(log: Log) -> Iterator[ModelProfile]:
    """The models as which replies are priced that had no hidden thinking."""
    profiles = house.library().catalogue.profiles
    thinking: dict[str, bool] = {}
    for trial in log.measured:
        if trial.charge and trial.tokens:
            name = trial.charge.priced_as
            thinking[name] = thinking.get(name, False) or trial.tokens.reasoning > 0
    return (profiles[each] for each, did in thinking.items() if not did and each in profiles)


@st.cache_resource(show_spinner=False, max_entries=30)
def _comparisons(digest: str, _log: Log) -> tuple[Comparison, ...]:  # noqa: ARG001
    """Each two models of a log, compared once: chance is drawn ten thousand times for each."""
    return tuple(comparisons(_log))


def _pairs(digest: str, log: Log) -> None:
    st.header("Model against model", anchor=False)
    found = _comparisons(digest, log)
    if not found:
        st.caption(ALONE)
        return
    told = [
        (
            versus(each),
            (verdicts_sentence(each), times_sentence(each), *endings_sentences(each)),
        )
        for each in found
    ]
    show_html(versus_html(told))


def _take_along(chosen: ChosenRun, rows: Sequence[Summary], goal: Goal) -> None:
    st.header("Take it along", anchor=False)
    st.caption(
        "The page is one file that opens anywhere: the same bytes as `python -m sizewise report` "
        "writes. The sheet has seconds, shares and dollars for programs."
    )
    made = files(chosen.run, rows, goal)
    with st.container(key="bench_files", horizontal=True):
        for ending, (words, kind) in FILES.items():
            st.download_button(
                words,
                made[ending],
                f"sizewise-{chosen.name}.{ending}",
                kind,
                key=f"bench_{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def files(run: RunLog, rows: Sequence[Summary], goal: Goal) -> dict[str, Callable[[], bytes]]:
    """What makes each file, once somebody wants it."""
    return {
        "html": lambda: report_html(run.log, goal).encode(),
        "csv": lambda: report_csv(rows).encode(),
        "jsonl": lambda: run.text,
    }
