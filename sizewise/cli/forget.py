"""`forget`: deletes classes that are over, or a year old."""

from datetime import UTC, datetime, timedelta

import click

from sizewise.cli.frame.answer import say
from sizewise.cli.frame.group import Refused
from sizewise.ground.written import number_of

_AFTER = timedelta(days=30)
"""How long a class that has ended is kept for its teacher."""


@click.command()
@click.option(
    "--days",
    type=click.IntRange(1, 365),
    default=365,
    metavar="N",
    help="Keep classes for so many days; 365 at most.",
)
def command(days: int) -> None:
    """Delete each class that is older than a year, or ended more than 30 days ago.

    Its names, codes and assignments go with it. What learners did stays theirs.
    """
    from sizewise.record import RecordUnavailable, open_journal

    now = datetime.now(UTC)
    try:
        journal = open_journal()
        gone = journal.forget_classes(now - timedelta(days=days), now - _AFTER)
        journal.close()
    except RecordUnavailable as error:
        raise Refused(str(error)) from None
    say([f"{number_of(gone, 'class', 'classes')} deleted."])
