"""Which run is looked at: one that was recorded, one of the learner's, or a log they bring."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import streamlit as st

from sizewise.benchmark.trial import Trial
from sizewise.ground import limits
from sizewise.ground.written import apart, day_words, grouped, noun_for, number_of
from sizewise.library.kinds import PLAN, TASK
from sizewise.library.recorded_runs import RunLog
from sizewise.ui import house
from sizewise.ui.benchmark import own_runs, rating_file
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.markdown import literal

Origin = Literal["recorded", "own", "brought"]
"""Where a log comes from."""
BROUGHT = "file"
"""What the address calls a log that is brought."""


class ChosenRun(NamedTuple):
    """A run that is looked at: what it is called in the address, where it is from, its log with
    all ratings, and the file that takes more of those.
    """

    name: str
    origin: Origin
    run: RunLog
    ratings: Path


def draft() -> Draft:
    """Which run, in the address; the views share it."""
    known = one_of(tuple(titles()), "there is no such run here.")
    return Draft("benchmark_run", {"run": Parameter("the run", known, _first())}, "bench")


def titles() -> Mapping[str, str]:
    """Each run that can be chosen, and what it is called, no two alike."""
    runs = house.recorded_runs()
    recorded = dict(zip(runs, apart([_recorded_title(run) for run in runs.values()]), strict=True))
    titled = own_runs.titles(own_runs.own_runs())
    own = {name: f"Yours, {words}" for name, words in titled.items()}
    return {**recorded, **own, BROUGHT: "A log that you bring"}


def _first() -> str:
    """The recorded run whose tasks are of the most kinds is seen first."""
    runs = house.recorded_runs()
    return max(runs, key=lambda name: len(_kinds(runs[name])), default=BROUGHT)


def _kinds(run: RunLog) -> set[str]:
    """How its tasks are graded."""
    known = house.library().all(TASK)
    asked = {trial.task for trial in run.log.measured}
    return {known[name].grading.kind for name in asked if name in known}


def _recorded_title(run: RunLog) -> str:
    first = run.log.trials[0]
    day = day_words(first.sent_at.date())
    return f"Recorded on {machine_words(first)}, {day}: {_plan_title(first)}"


def _plan_title(trial: Trial) -> str:
    plan = house.library().all(PLAN).get(trial.plan)
    return plan.title if plan else trial.plan


def machine_words(trial: Trial) -> str:
    """The machine without how busy it was."""
    return trial.machine.split(", load ")[0]


def choose() -> ChosenRun | None:
    """Ask for a run; none where nothing can be shown, which has been said."""
    asked, named = draft(), titles()
    asked.begin()
    name = st.selectbox("Run", list(named), format_func=named.__getitem__, **asked.widget("run"))
    asked.draw_notices()
    own = own_runs.own_runs()[name].log if name in own_runs.own_runs() else None
    run = own_runs.read(own) if own else house.recorded_runs().get(name) or _brought()
    if run is None:
        return None
    origin: Origin = "own" if own else "brought" if name == BROUGHT else "recorded"
    chosen = ChosenRun(
        name, origin, rating_file.rated(run, own), rating_file.place_of(run.text, own)
    )
    _tell_damage(chosen.run)
    return chosen


def _brought() -> RunLog | None:
    file = st.file_uploader(
        "The log of a benchmark: one line of JSON for each attempt",
        type=["jsonl"],
        key="bench_file",
        max_upload_size=limits.LOG_MEGABYTES,
    )
    where = "this server's memory" if house.shared() else "this computer's memory"
    st.caption(
        f"Up to {limits.LOG_MEGABYTES} MB and {grouped(limits.LOG_LINES)} lines, as the command "
        f"`bench` writes them. It stays in {where} while this page is open, and is not stored."
    )
    if file is None:
        return None
    found = _readable(file.name, file.getvalue())
    if type(found) is str:
        st.error(found, icon=":material/error:")
        return None
    return found  # type: ignore[return-value]


def _readable(name: str, text: bytes) -> RunLog | str:
    """A log that was brought, or a sentence why it cannot be shown."""
    lines, called = text.count(b"\n"), literal(name[: limits.NAME_CHARACTERS])
    if lines > limits.LOG_LINES:
        much = f"{called} has {grouped(lines)} lines, and at most {grouped(limits.LOG_LINES)} can"
        return f"{much} be read here. Use the command: `python -m sizewise report LOG`."
    run = own_runs.parsed(text)
    if not run.log.trials:
        why = f" Line {run.log.faults[0].line}: {run.log.faults[0].why}" if run.log.faults else ""
        return f"{called} holds no attempt that can be read.{why} Bring a file that `bench` wrote."
    return _too_wide(called, run.log.measured) or run


def _too_wide(called: str, trials: Sequence[Trial]) -> str:
    """Why a log has too much to compare on a page; else nothing."""
    models = len({trial.model for trial in trials})
    rows = len({(trial.model, trial.task, trial.concurrency) for trial in trials})
    for many, what, most in (
        (models, "models", limits.LOG_MODELS),
        (rows, "pairs of a model and a task", limits.LOG_ROWS),
    ):
        if many > most:
            much = f"{called} has {grouped(many)} {what}, and at most {grouped(most)} can"
            return f"{much} be compared here. Use the command: `python -m sizewise report LOG`."
    return ""


MOST_FAULTS = 5


def _tell_damage(run: RunLog) -> None:
    """Each line that does not count, the first few by number; all others do."""
    faults = run.log.faults
    if not faults:
        return
    told = " ".join(f"Line {grouped(each.line)}: {each.why}" for each in faults[:MOST_FAULTS])
    more = len(faults) - MOST_FAULTS
    rest = f" And {grouped(more)} more." if more > 0 else ""
    verb = noun_for(len(faults), "does", "do")
    lines = number_of(len(faults), "line")
    st.warning(f"{lines} of this log {verb} not count; all others do. {literal(told)}{rest}")
