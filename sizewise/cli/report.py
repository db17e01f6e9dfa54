"""`report`: what a benchmark's log says, as a page and as a sheet."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sizewise.cli.frame.answer import say
from sizewise.cli.frame.group import Refused
from sizewise.ground.written import number_of

if TYPE_CHECKING:
    from sizewise.benchmark.log import Log


@click.command()
@click.argument("log", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write; beside the log when left out.",
)
def command(log: Path, folder: Path | None) -> None:
    """Write the report of LOG: one HTML file that opens anywhere, and a CSV file.

    The same log gives the same files. A damaged line is named and left out.
    """
    from sizewise.benchmark.log import read

    try:
        found = read(log.read_bytes())
        _some_trial(log, found)
        into = folder or log.parent
        into.mkdir(parents=True, exist_ok=True)
        for ending, text in _files(found).items():
            file = into / f"{log.stem}.{ending}"
            file.write_bytes(text.encode())
            click.echo(f"wrote {file}")
    except OSError as error:
        raise Refused(f"{error.filename or log} cannot be used ({error.strerror}).") from None
    say(_said(found))


def _some_trial(log: Path, found: "Log") -> None:
    if not found.trials:
        why = "".join(f" Line {each.line}: {each.why}" for each in found.faults[:1])
        raise Refused(f"{log} holds no trial that can be read.{why}")


def _files(found: "Log") -> Mapping[str, str]:
    from sizewise.benchmark.report.page import SEED, report_html
    from sizewise.benchmark.report.sheet import report_csv
    from sizewise.benchmark.summary import summaries

    return {"html": report_html(found), "csv": report_csv(summaries(found.trials, SEED))}


def _said(found: "Log") -> Iterator[str]:
    for each in found.faults:
        yield f"line {each.line}: {each.why}"
    warm = len(found.trials) - len(found.measured)
    yield f"{number_of(len(found.measured), 'attempt')}, {number_of(warm, 'warm-up')}"
