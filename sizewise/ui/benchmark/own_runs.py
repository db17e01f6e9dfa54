"""A learner's own runs: a log and its plan, side by side in a folder beside the record.

The log is the state: whatever ends a run, the same plan goes on with the same log.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from pydantic import ValidationError

from sizewise.benchmark.log import read as read_log
from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.ground.written import moment_words, number_of
from sizewise.library.recorded_runs import RunLog, run_log
from sizewise.ui import house


class OwnRun(NamedTuple):
    """A run of the learner's: what it is called in the address, its log, and its plan."""

    name: str
    log: Path
    plan: BenchmarkPlan


def own_runs() -> dict[str, OwnRun]:
    """The learner's runs, the newest first."""
    plans = sorted(
        house.runs_folder().glob("*.plan"), key=lambda file: file.stat().st_mtime, reverse=True
    )
    return {run.name: run for run in map(_own, plans) if run}


def _own(file: Path) -> OwnRun | None:
    """A run by the file of its plan; none when that was damaged by somebody."""
    try:
        plan = BenchmarkPlan.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    return OwnRun(file.stem, file.with_suffix(".jsonl"), plan)


def titles(runs: Mapping[str, OwnRun]) -> dict[str, str]:
    """What each run is called, no two alike: a choice comes back from the browser as its words."""
    told = {name: (_facts(run), run.plan.title) for name, run in runs.items()}
    times = Counter(told.values())
    pieces = {
        name: f" ({_piece(run)})" if times[told[name]] > 1 else "" for name, run in runs.items()
    }
    return {name: f"{facts}{pieces[name]}: {title}" for name, (facts, title) in told.items()}


def _facts(run: OwnRun) -> str:
    """When a run began and how much it asks: first, since a field has room for a part of it."""
    asked, begun = f"{number_of(run.plan.samples, 'attempt')} of each", _begun(run)
    return f"{moment_words(begun)}, {asked}" if begun else asked


def _piece(run: OwnRun) -> str:
    """The piece of a run's name that other runs of its plan do not have."""
    return run.name.removeprefix(f"{run.plan.id}-")


def _begun(run: OwnRun) -> datetime | None:
    """When its first request was sent; none before that, and where that line was damaged."""
    try:
        with run.log.open("rb") as log:
            first = read_log(log.readline()).trials
    except OSError:
        return None
    return first[0].sent_at if first else None


def named(plan: BenchmarkPlan) -> OwnRun:
    """The run of a plan: one that was changed in anything is another."""
    name = f"{plan.id}-{plan.sha256[:8]}"
    return OwnRun(name, house.runs_folder() / f"{name}.jsonl", plan)


def keep_plan(run: OwnRun) -> None:
    """Write the plan beside where its log will be. Raises OSError, and leaves no half of a plan:
    without it, its log would be in no list."""
    run.log.parent.mkdir(parents=True, exist_ok=True)
    file, whole = run.log.with_suffix(".plan"), run.log.with_suffix(".plan-new")
    whole.write_text(run.plan.model_dump_json(), "utf-8")
    whole.replace(file)


def remove(run: OwnRun) -> None:
    """Throw a run away, with all that lies beside its log."""
    for ending in (".jsonl", ".plan"):
        run.log.with_suffix(ending).unlink(missing_ok=True)


def remove_if_never_begun(run: OwnRun) -> None:
    """Throw away the plan of a run without a log: in the list it would look stopped."""
    if not run.log.exists():
        remove(run)


def read(file: Path) -> RunLog:
    """A log as far as it is written; it is read anew only when it has grown."""
    try:
        seen = file.stat()
    except OSError:
        return run_log(b"")
    return _read((str(file), seen.st_size, seen.st_mtime_ns))


@st.cache_resource(show_spinner=False, max_entries=2, scope="session")
def parsed(text: bytes) -> RunLog:
    """A log by its bytes, which are read once; it is forgotten with the tab that brought it."""
    return run_log(text)


@st.cache_resource(show_spinner=False, max_entries=20)
def _read(seen: tuple[str, int, int]) -> RunLog:
    return run_log(Path(seen[0]).read_bytes())
