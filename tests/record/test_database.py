"""Opening and keeping the database, in good and in bad times."""

import os
import signal
import sqlite3
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sizewise.record import Journal, RecordUnavailable, database, open_journal
from tests.record.builders import NOON, answer, attempt, child, opened, url_of

NOBODY = 65534


# Mishaps

WRITER = """
import sys
from sizewise.record import open_journal
from tests.record.builders import answer, attempt, NOON
journal = open_journal(sys.argv[1])
journal.begin(attempt())
for number in range(10_000):
    journal.append(answer(f"item-{number}"))
    journal.move_on("attempt-1", number + 1, NOON)
    print(number, flush=True)
"""


def test_killing_the_server_loses_nothing(tmp_path):
    process = child(WRITER, url_of(tmp_path))
    told = [int(process.stdout.readline()) for _ in range(25)]
    process.send_signal(signal.SIGKILL)
    told += [int(line) for line in process.communicate(timeout=60)[0].split()]
    with opened(tmp_path) as journal:
        kept = {each.item_id for each in journal.answers("attempt-1")}
        assert {f"item-{number}" for number in told} <= kept
        assert journal.standing("attempt-1").position >= max(told) + 1


def test_a_record_that_another_program_holds_is_told_after_two_seconds(tmp_path):
    with opened(tmp_path) as journal, _held(tmp_path):
        with pytest.raises(RecordUnavailable, match=r"record\.db is in use by another program"):
            journal.begin(attempt())
        assert journal.attempts("ann") == ()  # reading goes on


def test_a_record_that_another_program_holds_takes_answers_again_afterwards(tmp_path):
    with opened(tmp_path) as journal:
        with _held(tmp_path), pytest.raises(RecordUnavailable):
            journal.begin(attempt())
        journal.begin(attempt())
        assert journal.append(answer()) == answer()


@contextmanager
def _held(folder):
    with closing(sqlite3.connect(folder / "record.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_a_full_disk_is_told_and_loses_nothing(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        journal.append(answer())
        with journal.database.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RecordUnavailable, match="no room left on its disk"):
            for number in range(100):
                journal.append(answer(f"long-{number}", misconceptions=("x" * 2_000,)))
        assert answer() in journal.answers("attempt-1")
        with journal.database.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert journal.append(answer("item-9")).item_id == "item-9"


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / "record.db").write_bytes(b"This was never a database. " * 200)
    with pytest.raises(RecordUnavailable, match=r"record\.db is damaged, and .* put a backup"):
        open_journal(url_of(tmp_path))


def test_a_damaged_file_is_not_promised_to_be_whole(tmp_path):
    (tmp_path / "record.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(RecordUnavailable) as told:
        open_journal(url_of(tmp_path))
    assert "lost" not in str(told.value)


def test_a_file_removed_while_the_app_runs_takes_no_more_answers(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        (tmp_path / "record.db").rename(tmp_path / "away.db")
        with pytest.raises(RecordUnavailable, match=r"record\.db was moved or removed"):
            journal.append(answer())
        with pytest.raises(RecordUnavailable, match="Put it back"):
            journal.answers("attempt-1")
        assert not (tmp_path / "record.db").exists()


def test_a_file_put_back_takes_answers_again(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        (tmp_path / "record.db").rename(tmp_path / "away.db")
        with pytest.raises(RecordUnavailable):
            journal.append(answer())
        (tmp_path / "away.db").rename(tmp_path / "record.db")
        assert journal.append(answer()) == answer()


def test_only_its_owner_can_read_a_new_record(tmp_path):
    with opened(tmp_path):
        assert (tmp_path / "record.db").stat().st_mode & 0o077 == 0


def test_a_record_of_a_newer_version_is_left_alone(tmp_path):
    with opened(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "record.db")) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
        plain.commit()
    with pytest.raises(RecordUnavailable, match="newer Sizewise: its schema is 9999"):
        open_journal(url_of(tmp_path))


@contextmanager
def as_nobody():
    """Files are read-only for root, too, only when root steps back for a moment."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.fixture
def open_folder():
    """A folder that anybody may enter, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_a_folder_without_writing_is_told(open_folder):
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(RecordUnavailable, match=r"record\.db cannot be written"):
        open_journal(url_of(open_folder))


def test_a_folder_that_cannot_be_made_is_told(open_folder):
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(RecordUnavailable, match=r"deep/record\.db cannot be written"):
        open_journal(url_of(open_folder / "deep"))


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(RecordUnavailable, match=r"taken/record\.db cannot be written"):
        open_journal(url_of(tmp_path / "taken"))


def test_a_read_only_file_is_told(open_folder):
    with opened(open_folder):
        pass
    (open_folder / "record.db").chmod(0o444)
    open_folder.chmod(0o777)
    with as_nobody(), pytest.raises(RecordUnavailable, match=r"record\.db cannot be written"):
        journal = open_journal(url_of(open_folder))
        journal.begin(attempt())


@contextmanager
def as_myself():
    """For a moment within `as_nobody`: files get other rights from their owner."""
    nobody = os.geteuid()
    os.seteuid(os.getuid())
    yield
    os.seteuid(nobody)


def allow(folder, mode):
    """Set the rights of the folder and of the file, but not of what SQLite keeps beside it."""
    with as_myself():
        for path in (folder, folder / "record.db"):
            path.chmod(mode)


def test_a_file_that_was_read_only_at_the_start_is_written_once_it_may_be(open_folder):
    with opened(open_folder) as journal:
        journal.begin(attempt())
    (open_folder / "record.db").chmod(0o444)
    open_folder.chmod(0o777)
    with as_nobody(), closing(Journal(database.Database(url_of(open_folder)))) as journal:
        assert journal.standing("attempt-1").attempt == attempt()  # reading needs no more than that
        with pytest.raises(RecordUnavailable, match="cannot be written"):
            journal.append(answer())
        allow(open_folder, 0o777)
        assert journal.append(answer()) == answer()


def test_a_folder_that_was_read_only_at_the_start_is_written_once_it_may_be(open_folder):
    with opened(open_folder) as journal:
        journal.begin(attempt())
    allow(open_folder, 0o555)
    with as_nobody(), closing(Journal(database.Database(url_of(open_folder)))) as journal:
        with pytest.raises(RecordUnavailable, match="cannot be written"):
            journal.append(answer())
        allow(open_folder, 0o777)
        assert journal.append(answer()) == answer()


# Addresses


def test_the_address_comes_from_the_setting(tmp_path, monkeypatch):
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", url_of(tmp_path / "set"))
    with closing(open_journal()) as journal:
        assert journal.database.file == tmp_path / "set" / "record.db"


def test_without_a_setting_the_record_lies_in_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("SIZEWISE_DATABASE_URL")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert database.default_url() == f"sqlite:///{tmp_path}/sizewise/record.db"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nonsense", "not an address of a database"),
        ("mysql://user:geheim@host/name", "not an address of a database"),
        ("oracle+teapot://user:geheim@host/name", "not an address of a database"),
        ("postgresql://user:geheim@host:port/name", "not an address of a database"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql+psycopg2://user:geheim@host/name", "Python package psycopg2"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(url, sentence):
    with pytest.raises(RecordUnavailable) as told:
        open_journal(url)
    assert sentence in str(told.value)
    assert "geheim" not in str(told.value)


def test_an_answer_takes_one_transaction_and_no_more_than_one_commit(tmp_path):
    sent = []
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        with journal.database.writing() as connection:
            connection.connection.dbapi_connection.set_trace_callback(sent.append)
        sent.clear()
        journal.append(answer(at=NOON))
    verbs = [statement.split()[0] for statement in sent]
    assert verbs == ["BEGIN", "SELECT", "INSERT", "SELECT", "COMMIT"]


def test_what_is_read_together_is_read_in_one_transaction(journal):
    with journal.database.reading() as outer:
        with journal.database.reading() as inner:
            assert inner is outer
        assert journal.standing("attempt-1") is None
        assert outer.in_transaction()
    with journal.database.reading() as later:
        assert later is not outer


def test_threads_read_each_for_itself(journal):
    with journal.database.reading() as mine, ThreadPoolExecutor(1) as another:

        def theirs():
            with journal.database.reading() as connection:
                return connection

        assert another.submit(theirs).result() is not mine
