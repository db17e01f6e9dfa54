"""A learner's own runs: a log and its plan, side by side in a folder beside the record.

The log is the state: whatever ends a run, the same plan goes on with the same log.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.library.recorded_runs import RunLog, run_log
from sizewise.record import RecordUnavailable, folder_beside
from sizewise.ui import house, session

FOLDER = "runs"
"""The folder beside the record."""


class OwnRun(NamedTuple):
    """A run of the learner's: what it is called in the address, its log, and its plan."""

    name: str
    log: Path
    plan: BenchmarkPlan


def folder() -> Path:
    """Where this learner's runs lie; nobody else's are there."""
    try:
        learner = house.learner_id()
    except RecordUnavailable:  # a learner whom nobody knows keeps runs as long as the tab
        learner = str(session.once("bench_tab", lambda: uuid4().hex))
    return folder_beside(FOLDER) / sha256(learner.encode()).hexdigest()[:16]


def own_runs() -> dict[str, OwnRun]:
    """The learner's runs, the newest first."""
    plans = sorted(folder().glob("*.plan"), key=lambda file: file.stat().st_mtime, reverse=True)
    return {run.name: run for run in map(_own, plans) if run}


def _own(file: Path) -> OwnRun | None:
    """A run by the file of its plan; none when that was damaged by somebody."""
    try:
        plan = BenchmarkPlan.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    return OwnRun(file.stem, file.with_suffix(".jsonl"), plan)


def named(plan: BenchmarkPlan) -> OwnRun:
    """The run of a plan: one that was changed in anything is another."""
    name = f"{plan.id}-{plan.sha256[:8]}"
    return OwnRun(name, folder() / f"{name}.jsonl", plan)


def keep_plan(run: OwnRun) -> None:
    """Write the plan beside where its log will be. Raises OSError."""
    run.log.parent.mkdir(parents=True, exist_ok=True)
    run.log.with_suffix(".plan").write_text(run.plan.model_dump_json(), "utf-8")


def remove(run: OwnRun) -> None:
    """Throw a run away, with all that lies beside its log."""
    for ending in (".jsonl", ".plan"):
        run.log.with_suffix(ending).unlink(missing_ok=True)


def read(file: Path) -> RunLog:
    """A log as far as it is written; it is read anew only when it has grown."""
    try:
        seen = file.stat()
    except OSError:
        return run_log(b"")
    return _read((str(file), seen.st_size, seen.st_mtime_ns))


@st.cache_resource(show_spinner=False, max_entries=10)
def parsed(text: bytes) -> RunLog:
    """A log by its bytes, which are read once."""
    return run_log(text)


@st.cache_resource(show_spinner=False, max_entries=20)
def _read(seen: tuple[str, int, int]) -> RunLog:
    return run_log(Path(seen[0]).read_bytes())
