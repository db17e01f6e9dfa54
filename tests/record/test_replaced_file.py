"""Somebody touches the record's file while Sizewise runs: no answer is confirmed and then lost."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from sizewise.record import Journal, RecordUnavailable, open_journal
from sizewise.record.database import Database
from sizewise.record.unavailable import AttemptGone
from tests.record.builders import NOON, answer, attempt, child, opened, url_of

BESIDE = ("-wal", "-shm")


@pytest.fixture
def journal(tmp_path):
    """A running record with an attempt and two answers, and a backup from after the first."""
    with opened(tmp_path / "live") as journal:
        journal.begin(attempt())
        journal.append(answer("item-1"))
        backup(tmp_path)
        journal.append(answer("item-2"))
        yield journal


def backup(folder):
    with (
        closing(sqlite3.connect(folder / "live" / "record.db")) as live,
        closing(sqlite3.connect(folder / "backup.db")) as copy,
    ):
        live.backup(copy)


def kept(file):
    """What any program finds in the file at that place."""
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {item for (item,) in plain.execute("SELECT item_id FROM answer")}


def remove(folder, *ends):
    for end in ends:
        (folder / "live" / f"record.db{end}").unlink(missing_ok=True)


def removed_and_copied(folder):
    remove(folder, "", *BESIDE)
    shutil.copy(folder / "backup.db", folder / "live" / "record.db")


def only_the_file_removed_and_copied(folder):
    remove(folder, "")
    shutil.copy(folder / "backup.db", folder / "live" / "record.db")


def moved_over(folder):
    shutil.copy(folder / "backup.db", folder / "new.db")
    (folder / "new.db").rename(folder / "live" / "record.db")


def moved_away_and_copied(folder):
    (folder / "live" / "record.db").rename(folder / "away.db")
    shutil.copy(folder / "backup.db", folder / "live" / "record.db")


def copied_over_without_its_log(folder):
    shutil.copy(folder / "backup.db", folder / "live" / "record.db")
    remove(folder, *BESIDE)


def folder_replaced(folder):
    (folder / "live").rename(folder / "old")
    (folder / "live").mkdir()
    shutil.copy(folder / "backup.db", folder / "live" / "record.db")


REPLACED = [
    removed_and_copied,
    only_the_file_removed_and_copied,
    moved_over,
    moved_away_and_copied,
    copied_over_without_its_log,
    folder_replaced,
]


@pytest.mark.parametrize("replace", REPLACED, ids=lambda f: f.__name__)
def test_a_backup_put_in_its_place_is_the_record_from_then_on(tmp_path, journal, replace):
    replace(tmp_path)
    assert journal.append(answer("item-3")).item_id == "item-3"
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-3"}
    journal.close()
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-3"}


@pytest.mark.parametrize("replace", REPLACED, ids=lambda f: f.__name__)
def test_a_killed_server_has_put_its_answers_into_the_backup(tmp_path, replace):
    process = child(WRITER, url_of(tmp_path / "live"), stdin=-1)
    assert process.stdout.readline() == "begun\n"
    backup(tmp_path)
    replace(tmp_path)
    assert process.communicate("go\n", timeout=60)[0] == "item-3\n"
    assert "item-3" in kept(tmp_path / "live" / "record.db")


WRITER = """
import os, signal, sys
from sizewise.record import open_journal
from tests.record.builders import answer, attempt
journal = open_journal(sys.argv[1])
journal.begin(attempt())
print("begun", flush=True)
sys.stdin.readline()
print(journal.append(answer("item-3")).item_id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("ends", [BESIDE, ["-wal"], ["-shm"]], ids="+".join)
def test_only_what_lies_beside_the_file_removed_loses_nothing(tmp_path, journal, ends):
    remove(tmp_path, *ends)
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-2", "item-3"}


def test_a_file_moved_away_takes_its_newest_answers_along(tmp_path, journal):
    moved_away_and_copied(tmp_path)
    assert journal.answers("attempt-1") == (answer("item-1"),)
    assert kept(tmp_path / "away.db") == {"item-1", "item-2"}


def test_a_folder_moved_away_takes_its_newest_answers_along(tmp_path, journal):
    folder_replaced(tmp_path)
    journal.append(answer("item-3"))
    assert kept(tmp_path / "old" / "record.db") == {"item-1", "item-2"}


def test_a_link_that_leads_elsewhere_is_followed(tmp_path):
    for name in ("one", "two"):
        with opened(tmp_path / name) as journal:
            journal.begin(attempt())
    (tmp_path / "live").symlink_to("one")
    with opened(tmp_path / "live") as journal:
        journal.append(answer("item-1"))
        (tmp_path / "live").unlink()
        (tmp_path / "live").symlink_to("two")
        journal.append(answer("item-2"))
        assert kept(tmp_path / "two" / "record.db") == {"item-2"}
    assert kept(tmp_path / "one" / "record.db") == {"item-1"}


def test_a_link_to_the_file_itself_is_followed(tmp_path):
    for name in ("one", "two"):
        with opened(tmp_path / name) as journal:
            journal.begin(attempt())
    (tmp_path / "record.db").symlink_to("one/record.db")
    with opened(tmp_path) as journal:
        journal.append(answer("item-1"))
        assert not (tmp_path / "record.db-wal").exists()
        (tmp_path / "record.db").unlink()
        (tmp_path / "record.db").symlink_to("two/record.db")
        journal.append(answer("item-2"))
    assert kept(tmp_path / "one" / "record.db") == {"item-1"}
    assert kept(tmp_path / "two" / "record.db") == {"item-2"}


def test_a_copy_over_the_file_beside_its_log_never_loses_what_is_confirmed(tmp_path, journal):
    shutil.copy(tmp_path / "backup.db", tmp_path / "live" / "record.db")
    journal.append(answer("item-3"))
    assert "item-3" in kept(tmp_path / "live" / "record.db")


def test_a_file_that_was_emptied_takes_no_answer(tmp_path, journal):
    os.truncate(tmp_path / "live" / "record.db", 0)
    for _ in range(2):
        with pytest.raises(RecordUnavailable, match="is empty, and it was not before"):
            journal.append(answer("item-3"))
    shutil.copy(tmp_path / "backup.db", tmp_path / "new.db")
    (tmp_path / "new.db").rename(tmp_path / "live" / "record.db")
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-3"}


def test_an_empty_file_beside_a_log_is_no_new_record(tmp_path):
    """SQLite would remove the log, and all that is in it."""
    (tmp_path / "record.db").touch()
    (tmp_path / "record.db-wal").write_bytes(b"answers" * 1000)
    with pytest.raises(RecordUnavailable, match="is empty"):
        open_journal(url_of(tmp_path))
    assert (tmp_path / "record.db-wal").stat().st_size == 7000


def test_a_record_removed_without_what_lies_beside_it_tells_how_to_begin_anew(tmp_path):
    """The log is left behind when the server is killed, or the file removed while it runs."""
    process = child(WRITER, url_of(tmp_path), stdin=-1)
    process.communicate("go\n", timeout=60)
    file, log = tmp_path / "record.db", tmp_path / "record.db-wal"
    file.unlink()
    assert log.stat().st_size
    with closing(Journal(Database(url_of(tmp_path)))) as journal:
        for _ in range(2):
            with pytest.raises(RecordUnavailable, match=r"begin a new one.*-wal and -shm"):
                journal.begin(attempt())
        for path in (file, log, tmp_path / "record.db-shm"):
            path.unlink()
        journal.begin(attempt())
    assert kept(file) == set()


def test_a_record_removed_while_it_runs_tells_how_to_begin_anew(tmp_path, journal):
    remove(tmp_path, "")
    with pytest.raises(RecordUnavailable, match=r"begin a new one.*-wal and -shm"):
        journal.append(answer("item-3"))


def written_over(file):
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.write_text("This was never a database. " * 2000)


def removed_and_written(file):
    file.unlink()
    file.write_text("This was never a database. " * 2000)


@pytest.mark.parametrize("spoil", [written_over, removed_and_written], ids=lambda f: f.__name__)
def test_something_else_in_its_place_takes_no_answer_until_a_backup_is_there(
    tmp_path, journal, spoil
):
    spoil(tmp_path / "live" / "record.db")
    for _ in range(2):
        with pytest.raises(RecordUnavailable, match="is damaged"):
            journal.append(answer("item-3"))
    remove(tmp_path, *BESIDE)
    shutil.copy(tmp_path / "backup.db", tmp_path / "live" / "record.db")
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-3"}


def test_a_file_written_over_is_whole_again_where_its_log_still_holds_everything(tmp_path, journal):
    (tmp_path / "live" / "record.db").write_text("This was never a database. " * 2000)
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-2", "item-3"}


def test_an_older_schema_in_its_place_is_moved_to_the_newest(tmp_path, journal):
    with closing(sqlite3.connect(tmp_path / "backup.db")) as older:
        older.executescript(
            "DROP TABLE mission_solved; DROP TABLE setting;"
            "UPDATE alembic_version SET version_num = '0001'"
        )
    removed_and_copied(tmp_path)
    journal.solve_mission("ann", "emails", NOON)
    assert journal.missions_solved("ann") == {"emails"}
    assert journal.answers("attempt-1") == (answer("item-1"),)


def test_an_answer_to_an_attempt_that_the_backup_lacks_is_refused_plainly(tmp_path, journal):
    journal.begin(attempt("attempt-2"))
    removed_and_copied(tmp_path)
    with pytest.raises(AttemptGone) as told:
        journal.append(answer(attempt_id="attempt-2"))
    assert "does not hold the attempt" in str(told.value)
    assert told.value.plain == "This attempt is not in the record any more."
    assert journal.append(answer("item-3")).item_id == "item-3"


def test_a_file_replaced_during_a_write_confirms_nothing(tmp_path, journal):
    """The backup comes while the answer is being written: the file that took it is gone."""
    with (
        pytest.raises(RecordUnavailable, match="replaced in this very moment"),
        journal.database.writing() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM part_read")
        removed_and_copied(tmp_path)
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-3"}


def test_a_file_replaced_at_work_is_no_trouble_to_others_at_work(tmp_path, journal):
    """Nobody waits in vain: whoever is inside finishes first, then the backup is opened."""
    with journal.database.reading() as connection:
        moved_over(tmp_path)
        assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar() == 2
    assert journal.answers("attempt-1") == (answer("item-1"),)


def test_another_opening_is_counted(tmp_path, journal):
    before = journal.database.opened
    journal.append(answer("item-3"))
    assert journal.database.opened == before
    moved_over(tmp_path)
    journal.database.open()
    assert journal.database.opened == before + 1


def test_another_program_that_writes_the_log_into_the_file_is_no_stranger(tmp_path, journal):
    with closing(sqlite3.connect(tmp_path / "live" / "record.db")) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    journal.append(answer("item-3"))
    assert kept(tmp_path / "live" / "record.db") == {"item-1", "item-2", "item-3"}


def test_the_log_is_written_into_the_file_when_it_is_long(tmp_path, journal):
    before = journal.database.opened
    for number in range(12):
        journal.append(answer(f"long-{number}", misconceptions=("x" * 500_000,)))
    assert (tmp_path / "live" / "record.db-wal").stat().st_size < 4_600_000
    assert (tmp_path / "live" / "record.db").stat().st_size > 4_000_000
    assert journal.database.opened == before
