"""`move`: a school's record goes into another database, whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sizewise.cli.frame.answer import say
from sizewise.ground.written import number_of

if TYPE_CHECKING:
    from sizewise.record.move import MovedRecord


@click.command()
@click.argument("source", metavar="SQLITE_URL")
@click.argument("target", metavar="POSTGRES_URL")
def command(source: str, target: str) -> None:
    """Move the record at SQLITE_URL into the empty database at POSTGRES_URL.

    Stop the server first. All of it is moved and proved to be there, or nothing; the first record
    stays as it is. Ends with 1 when nothing was moved, and says why.
    """
    from sizewise.record import RecordUnavailable
    from sizewise.record.move import NotMoved, move

    try:
        say(_lines(move(source, target)))
    except (NotMoved, RecordUnavailable) as reason:
        raise click.ClickException(str(reason)) from None


def _lines(moved: "MovedRecord") -> Iterator[str]:
    for name, tally in moved.tallies.items():
        rows = number_of(tally.rows, "row")
        yield f"{name}: {rows} moved; on both sides the digest is {tally.digest[:16]}."
    for name in moved.strange:
        yield f"{name}: not of Sizewise, and left where it is."
    total = number_of(sum(tally.rows for tally in moved.tallies.values()), "row")
    yield f"Nothing was lost: {total} in {number_of(len(moved.tallies), 'table')}."
    if moved.open_elsewhere:
        yield (
            f"A program still has {moved.file} open. If it is a server, stop it now: what learners "
            "do there from now on is not in the second database."
        )
    yield "Before the server starts anew:"
    yield "- Set SIZEWISE_DATABASE_URL to the second address."
    if moved.file:
        yield from _beside(moved.file)


def _beside(file: Path) -> Iterator[str]:
    """What learners need of the files that lie beside a record, and no database holds."""
    key, runs = file.with_name(f"{file.name}.secret"), file.with_name("runs")
    if key.exists():
        yield (
            f"- Set SIZEWISE_SECRET to what stands in {key}, unless it is set already. Without it "
            "no browser and no resume code finds its progress again."
        )
    if runs.is_dir():
        yield f"- {runs} holds learners' benchmark runs. docs/deploy.md says where they go."
    yield f"- {file} is as it was. Keep it until you have seen the server at work."
