"""`report`: what a benchmark's log says, as a page and as a sheet."""

from pathlib import Path

import click

from sizewise.cli.frame.answer import say
from sizewise.cli.frame.reported import reported


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
    say(reported(log, folder))
