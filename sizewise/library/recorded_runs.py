"""The logs of benchmark runs that come along with Sizewise."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sizewise.benchmark.log import Log, read
from sizewise.benchmark.trial import Trial

_PLACE = "content/runs/*.jsonl"


class RunLog(NamedTuple):
    """A log as it lies in its file, and as it was read."""

    text: bytes
    log: Log

    @property
    def answered_by(self) -> frozenset[str]:
        """The ids of the models that it measured."""
        return frozenset(trial.answered_by for trial in self.log.measured)


def recorded_runs(root: Path) -> Mapping[str, RunLog]:
    """Every recorded run below `root`, by its file's name. What else lies there is left out."""
    found = {path.stem: run_log(path.read_bytes()) for path in sorted(root.glob(_PLACE))}
    return {name: run for name, run in found.items() if run.log.trials}


def trials_of(runs: Mapping[str, RunLog]) -> tuple[Trial, ...]:
    """The trials of all these runs."""
    return tuple(trial for run in runs.values() for trial in run.log.trials)


def run_log(text: bytes) -> RunLog:
    """A log's bytes with what they say."""
    return RunLog(text, read(text))
