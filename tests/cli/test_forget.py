"""`forget`, as it is typed."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

from click.testing import CliRunner

from sizewise.__main__ import main
from sizewise.record import open_journal


def run(*words):
    return CliRunner().invoke(main, ["forget", *words])


def made(days):
    """A class that was made so many days ago."""
    with closing(open_journal()) as journal:
        journal.make_class("Year 9", "d" * 64, datetime.now(UTC) - timedelta(days=days))


def test_a_class_is_deleted_a_month_after_its_last_day():
    for days in (366, 361, 0):  # the last day was 34, 29 days ago, and is to come
        made(days)
    assert run().output == "1 class deleted.\n"
    assert run().output == "0 classes deleted.\n"


def test_a_school_may_keep_classes_for_a_shorter_time_and_not_for_longer():
    for days in (350, 330):  # the last day was 18 days ago, and is in two
        made(days)
    assert run("--days", "14").output == "1 class deleted.\n"
    assert run("--days", "0").output == "0 classes deleted.\n"
    assert run("--days", "31").exit_code == 2


def test_a_record_that_cannot_be_opened_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", "nowhere://")
    ran = run()
    assert ran.exit_code == 2
    assert "SIZEWISE_DATABASE_URL is not an address" in ran.output
