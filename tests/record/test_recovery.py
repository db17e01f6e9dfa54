"""No trouble lasts longer than its cause, and what is told of it suits who hears it."""

import signal
import sqlite3
import time
from contextlib import closing
from threading import Thread

import pytest

from sizewise.record import Journal, RecordUnavailable, database, open_journal
from sizewise.record.database import Database
from tests.record.builders import NOON, answer, attempt, opened, url_of


@pytest.fixture
def begun(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        yield journal


def held(file, how="BEGIN IMMEDIATE"):
    """Another program has the record for itself, until it is closed."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute(how)
    return closing(other)


def test_a_folder_that_was_in_the_way_at_the_start_is_no_trouble_once_it_is_gone(tmp_path):
    (tmp_path / "record.db").mkdir()
    with closing(Journal(Database(url_of(tmp_path)))) as journal:
        for _ in range(2):
            with pytest.raises(RecordUnavailable, match="cannot be written"):
                journal.begin(attempt())
        (tmp_path / "record.db").rmdir()
        journal.begin(attempt())
        assert journal.attempts("ann") == (attempt(),)


def test_a_damaged_file_is_used_again_once_a_backup_is_in_its_place(tmp_path):
    file = tmp_path / "record.db"
    file.write_bytes(b"This was never a database. " * 200)
    with closing(Journal(Database(url_of(tmp_path)))) as journal:
        with pytest.raises(RecordUnavailable, match="is damaged"):
            journal.begin(attempt())
        file.unlink()
        file.touch()
        journal.begin(attempt())
        assert journal.attempts("ann") == (attempt(),)


def test_a_record_is_opened_when_it_is_needed(tmp_path):
    journal = Journal(Database(url_of(tmp_path / "deep")))
    assert not (tmp_path / "deep").exists()
    journal.begin(attempt())
    assert (tmp_path / "deep" / "record.db").exists()
    journal.close()


def test_after_closing_it_opens_again(begun):
    begun.close()
    assert begun.append(answer()) == answer()


def test_nobody_waits_in_vain_behind_others_for_a_record_that_is_held(begun, tmp_path, monkeypatch):
    heard = []

    def answers(number):
        try:
            begun.append(answer(f"item-{number}"))
        except RecordUnavailable as trouble:
            heard.append(str(trouble))

    with held(tmp_path / "record.db"):
        since = time.monotonic()
        waiting = [Thread(target=answers, args=(number,)) for number in range(4)]
        for thread in waiting:
            thread.start()
        for thread in waiting:
            thread.join()
    assert time.monotonic() - since < database.BUSY_SECONDS + 2
    assert len(heard) == 4
    assert begun.append(answer()) == answer()


def test_a_log_that_a_reader_keeps_long_is_short_again_afterwards(begun, tmp_path):
    log = tmp_path / "record.db-wal"
    with closing(sqlite3.connect(tmp_path / "record.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM answer").fetchall()
        for number in range(12):
            begun.append(answer(f"long-{number}", misconceptions=("x" * 500_000,)))
        assert log.stat().st_size > 5_000_000
    for number in range(3):
        begun.append(answer(f"item-{number}"))
    assert log.stat().st_size < 1_000_000
    assert len(begun.answers("attempt-1")) == 15


# Who hears what


def test_learners_of_a_shared_server_hear_neither_file_nor_setting(begun, tmp_path):
    (tmp_path / "record.db").rename(tmp_path / "away.db")
    with pytest.raises(RecordUnavailable) as told:
        begun.append(answer())
    assert str(tmp_path / "record.db") in str(told.value)
    assert told.value.plain == (
        "The record of your progress was moved or removed while Sizewise was running. "
        "Wait a moment, then try again; if that does not help, tell whoever runs this server."
    )


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite://",
        "postgresql+psycopg2://user:geheim@secret-host/name",
        "postgresql+psycopg://user:geheim@127.0.0.1:9/secret-name",
        "sqlite:////proc/secret-place/record.db",
    ],
)
def test_an_address_that_leads_nowhere_is_not_shown_to_learners(url):
    with pytest.raises(RecordUnavailable) as told:
        open_journal(url)
    assert told.value.plain.startswith("The record of your progress")
    for word in ("SIZEWISE", "secret", "geheim", "127", "user", "sqlite", "psycopg"):
        assert word not in told.value.plain


def test_whoever_runs_the_server_reads_a_trouble_once_with_its_cause(begun, tmp_path, caplog):
    begun.change_setting("ann", "size", "large", NOON)
    with pytest.raises(RecordUnavailable):
        begun.append(answer(attempt_id="nobody's"))
    (tmp_path / "record.db").rename(tmp_path / "away.db")
    for _ in range(5):
        with pytest.raises(RecordUnavailable):
            begun.append(answer())
    assert len(caplog.records) == 2
    assert "FOREIGN KEY constraint failed" in caplog.text
    assert f"{tmp_path / 'record.db'} was moved or removed" in caplog.text
    assert "INSERT" not in caplog.text


# PostgreSQL


@pytest.fixture
def away(postgres, postgres_url):
    """A journal in a PostgreSQL that a test may stop or freeze."""
    with closing(open_journal(postgres_url)) as journal:
        journal.begin(attempt())
        yield journal
    postgres.go_on()


def seconds_until_refused(work):
    since = time.monotonic()
    with pytest.raises(RecordUnavailable, match="does not answer") as told:
        work()
    assert "tell whoever runs this server" in told.value.plain
    return time.monotonic() - since


def test_a_postgresql_that_hangs_is_given_up_in_time_and_used_again(postgres, away):
    postgres.freeze()
    assert seconds_until_refused(lambda: away.append(answer())) < 5  # it hangs in a statement
    assert seconds_until_refused(lambda: away.append(answer())) < 5  # and now while connecting
    postgres.go_on()
    assert away.append(answer()) == answer()


def test_learners_who_wait_for_a_postgresql_together_are_told_together(postgres, away):
    postgres.freeze()
    waits = []

    def asks():
        waits.append(seconds_until_refused(lambda: away.standing("attempt-1").position))

    asking = [Thread(target=asks) for _ in range(8)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(waits) == 8
    assert max(waits) < 8


def test_a_postgresql_that_starts_anew_between_two_answers_goes_unnoticed(postgres, away):
    away.append(answer("item-1"))
    postgres.stop(signal.SIGQUIT)
    postgres.start()
    assert away.append(answer("item-2")).item_id == "item-2"
    assert len(away.answers("attempt-1")) == 2


def test_a_table_that_another_program_locks_is_given_up_in_time(postgres, away):
    name = str(away.database.engine.url.database)
    with postgres.speak(name) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE answer IN ACCESS EXCLUSIVE MODE")
        since = time.monotonic()
        with pytest.raises(RecordUnavailable, match="is in use by another program"):
            away.append(answer())
        assert time.monotonic() - since < 5
        other.execute("ROLLBACK")
    assert away.append(answer()) == answer()
