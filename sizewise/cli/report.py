"""`report`: what a benchmark's log says, as a page and as a sheet."""

from pathlib import Path

import click

from sizewise.cli.frame.answer import say
from sizewise.cli.frame.options import seconds
from sizewise.cli.frame.reported import reported

SECONDS = seconds(3600)


@click.command()
@click.argument("log", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write; beside the log when left out.",
)
@click.option("--first-token", type=SECONDS, metavar="S", help="The goal: seconds to it at most.")
@click.option("--per-token", type=SECONDS, metavar="S", help="The goal: seconds for each after it.")
@click.option("--latency", type=SECONDS, metavar="S", help="The goal: seconds in all at most.")
def command(
    log: Path,
    folder: Path | None,
    first_token: float | None,
    per_token: float | None,
    latency: float | None,
) -> None:
    """Write the report of LOG: one HTML file that opens anywhere, and a CSV file.

    The same log and goal give the same files. A damaged line is named and left out. Goodput counts
    the replies that keep to the goal.
    """
    from sizewise.benchmark.summary import Goal

    say(reported(log, folder, Goal(first_token, per_token, latency)))
