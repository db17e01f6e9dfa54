"""Facts of the recorded runs that come along: what a log says of a model at a task."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from sizewise import ROOT
from sizewise.benchmark.log import read
from sizewise.benchmark.measure import TAIL_FROM, Measure
from sizewise.benchmark.summary import Summary, summaries
from sizewise.ground.written import number

_RUNS = ROOT / "content" / "runs"


class RunUnknown(LookupError):
    """A recorded run does not say this; tells what there is."""


def of_run(log: str, model: str, task: str, measure: str) -> str:
    """One number of a log, warm-ups left out: `18 of 24`, `1.2`. Raises RunUnknown."""
    if measure not in MEASURES:
        raise RunUnknown(f"`{measure}` is no number of a run; there are {', '.join(MEASURES)}")
    found = MEASURES[measure](_row(log, model, task))
    if found is None:
        raise RunUnknown(f"{log} has no {measure} of {model} at {task}: a p95 needs {TAIL_FROM}")
    return found


def waits_in(log: str) -> frozenset[str]:
    """The tasks of a log at which a wait was measured. Raises RunUnknown."""
    path = _file(log)
    return _waits(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=20)
def _waits(path: Path, _written_at: int) -> frozenset[str]:
    return frozenset(each.task for each in read(path.read_bytes()).measured if each.whole)


def _file(log: str) -> Path:
    path = _RUNS / f"{log}.jsonl"
    if not path.is_file():
        raise RunUnknown(f"there is no run `{log}` in content/runs")
    return path


def _row(log: str, model: str, task: str) -> Summary:
    path = _file(log)
    rows = _rows(path, path.stat().st_mtime_ns)
    for row in rows:
        if (row.cell.model, row.cell.task) == (model, task):
            return row
    there = sorted({f"{row.cell.model} {row.cell.task}" for row in rows})
    raise RunUnknown(f"{log} measured no {model} at {task}; it has {', '.join(there)}")


@lru_cache(maxsize=20)
def _rows(path: Path, _written_at: int) -> tuple[Summary, ...]:
    return summaries(read(path.read_bytes()).trials)


def _seconds(of: Callable[[Measure], float | None]) -> Callable[[Summary], str | None]:
    def told(row: Summary) -> str | None:
        seconds = of(row.latency) if row.latency else None
        return None if seconds is None else number(seconds, 1)

    return told


MEASURES: Mapping[str, Callable[[Summary], str | None]] = {
    "attempts": lambda row: str(row.success.of),
    "right": lambda row: f"{row.right.hits} of {row.right.of}",
    "median": _seconds(lambda times: times.median),
    "p95": _seconds(lambda times: times.tail.p95 if times.tail else None),
    "mean": _seconds(lambda times: times.mean),
    "deviation": _seconds(lambda times: times.spread),
}
"""What a text may ask of a run. Times are seconds from sending to the end of the reply."""
