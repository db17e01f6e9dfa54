"""How the record's schema comes to be, and stays up to date."""

import sqlite3
import subprocess
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from sizewise.record import RecordUnavailable, database, open_journal, tables
from tests.record.builders import NOON, ROOT, answer, attempt, child, finished, opened


def test_a_new_record_is_made_with_its_folder(tmp_path):
    with opened(tmp_path / "deep" / "inside") as journal:
        assert journal.attempts("ann") == ()


def test_migrations_make_exactly_the_tables_of_the_code(new_url):
    with closing(open_journal(new_url)) as journal, journal.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_code_knows_the_newest_migration():
    versions = ROOT / "sizewise" / "record" / "migrations" / "versions"
    assert max(path.name[:4] for path in versions.glob("*.py")) == database.SCHEMA


def test_an_older_record_keeps_its_answers_and_gains_the_new_tables(new_url):
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        journal.append(answer())
        with journal.database.writing() as older:
            older.exec_driver_sql("DROP TABLE mission_solved")
            older.exec_driver_sql("DROP TABLE setting")
            older.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with closing(open_journal(new_url)) as journal:
        journal.solve_mission("ann", "emails", NOON)
        assert journal.missions_solved("ann") == {"emails"}
        assert journal.answers("attempt-1") == (answer(),)


def test_opening_again_changes_nothing(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
    before = _schema(tmp_path)
    with opened(tmp_path) as journal:
        assert journal.attempt("attempt-1") == attempt()
    assert _schema(tmp_path) == before


def _schema(folder):
    with closing(sqlite3.connect(folder / "record.db")) as plain:
        return plain.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()


def test_a_current_record_opens_without_alembic(url):
    open_journal(url).close()
    code = (
        "import sys\n"
        "from sizewise.record import open_journal\n"
        "open_journal(sys.argv[1]).close()\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'alembic', 'mako'}))\n"
    )
    assert finished(child(code, url)) == "[]"


def test_processes_that_start_together_migrate_once(new_url):
    code = (
        "import sys, alembic.command, alembic.config\n"
        "from sizewise.record import open_journal\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "journal = open_journal(sys.argv[1])\n"
        "print(len(journal.attempts('ann')))\n"
        "journal.close()\n"
    )
    together = [child(code, new_url, stdin=subprocess.PIPE) for _ in range(4)]
    for process in together:
        assert process.stdout.readline().strip() == "ready"
    for process in together:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [finished(process) for process in together] == ["0"] * 4
    with closing(open_journal(new_url)) as journal, journal.database.reading() as connection:
        versions = connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
    assert versions == [(database.SCHEMA,)]


def test_a_migration_that_fails_leaves_nothing_half_done(new_url):
    """The last of the eight tables is in the way: the seven before it must not stay either."""
    engine = create_engine(new_url)
    with engine.begin() as plain:
        plain.exec_driver_sql("CREATE TABLE resume_code (something TEXT)")
    with pytest.raises(RecordUnavailable, match=r'"?resume_code"? already exists'):
        open_journal(new_url)
    assert inspect(engine).get_table_names() == ["resume_code"]
    engine.dispose()


def test_the_last_answer_outlives_a_power_cut_and_answers_belong_to_attempts(tmp_path):
    with opened(tmp_path) as journal, journal.database.reading() as connection:
        set_to = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert set_to == ["wal", 2, 1]  # 2 is FULL: each commit waits for the disk
