"""`forget`: deletes classes that have been over for some time."""

from datetime import UTC, datetime, timedelta

import click

from sizewise.cli.frame.answer import say
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import whole_number
from sizewise.ground.written import number_of
from sizewise.learn.class_room.membership import KEPT


@click.command()
@click.option(
    "--days",
    type=whole_number(0, KEPT.days, str(KEPT.days)),
    default=KEPT.days,
    metavar="N",
    help=f"Keep a class for so many days after its last day; {KEPT.days} at most.",
)
def command(days: int) -> None:
    """Delete each class whose last day is more than 30 days ago, as a running server does.

    Its names, codes and assignments go with it. What learners did stays theirs.
    """
    from sizewise.record import RecordUnavailable, open_journal

    try:
        journal = open_journal()
        gone = journal.forget_classes(datetime.now(UTC), timedelta(days=days))
        journal.close()
    except RecordUnavailable as error:
        raise Refused(str(error)) from None
    say([f"{number_of(gone, 'class', 'classes')} deleted."])
