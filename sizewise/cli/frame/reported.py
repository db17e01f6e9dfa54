"""What a benchmark's log says, as files beside it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sizewise.cli.frame.group import Refused
from sizewise.ground.written import number_of

if TYPE_CHECKING:
    from sizewise.benchmark.log import Log
    from sizewise.benchmark.summary import Goal


def reported(log: Path, folder: Path | None = None, goal: "Goal | None" = None) -> Iterator[str]:
    """Write the report of a log, and tell line by line what was written. Raises Refused.

    The files stand beside the log when no folder is given. The goal is what goodput keeps to.
    """
    from sizewise.benchmark.log import read

    try:
        found = read(log.read_bytes())
        _some_trial(log, found)
        into = folder or log.parent
        into.mkdir(parents=True, exist_ok=True)
        not_itself(log, into, ", or name another folder with --folder")
        for ending, text in _files(found, goal).items():
            file = into / f"{log.stem}.{ending}"
            file.write_bytes(text.encode())
            yield f"wrote {file}"
    except OSError as error:
        raise Refused(f"{error.filename or log} cannot be used ({error.strerror}).") from None
    yield from _said(found)


def _some_trial(log: Path, found: "Log") -> None:
    if not found.trials:
        why = "".join(f" Line {each.line}: {each.why}" for each in found.faults[:1])
        raise Refused(f"{log} holds no trial that can be read.{why}")


def not_itself(log: Path, into: Path, way_out: str) -> None:
    """Raise Refused where a log is called as its report in that folder would be.

    `way_out` goes on where a better name was proposed, with what the command can do.
    """
    if log.suffix in {".html", ".csv"} and into.resolve() == log.resolve().parent:
        what = f"{log} would be written over by its own report"
        raise Refused(f"{what}. Name it {log.stem}.jsonl{way_out}.")


def _files(found: "Log", goal: "Goal | None") -> Mapping[str, str]:
    from sizewise.benchmark.report.page import SEED, report_html
    from sizewise.benchmark.report.sheet import report_csv
    from sizewise.benchmark.summary import summaries

    return {
        "html": report_html(found, goal),
        "csv": report_csv(summaries(found.trials, SEED, goal)),
    }


def _said(found: "Log") -> Iterator[str]:
    for each in found.faults:
        yield f"line {each.line}: {each.why}"
    warm = len(found.trials) - len(found.measured)
    yield f"{number_of(len(found.measured), 'attempt')}, {number_of(warm, 'warm-up')}"
