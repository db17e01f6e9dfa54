"""How the record's schema comes to be, and stays up to date."""

import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, func, inspect, select, table, text

from sizewise.learn.quiz.response import Response
from sizewise.record import RecordUnavailable, database, open_journal, tables
from sizewise.record.facts.rows import moment
from tests.record.builders import NOON, ROOT, answer, attempt, child, finished, later, opened

MIGRATIONS = ROOT / "sizewise" / "record" / "migrations"


def test_a_new_record_is_made_with_its_folder(tmp_path):
    with opened(tmp_path / "deep" / "inside") as journal:
        assert journal.attempts("ann") == ()


def test_migrations_make_exactly_the_tables_of_the_code(new_url):
    with closing(open_journal(new_url)) as journal, journal.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_code_knows_the_newest_migration():
    assert max(path.name[:4] for path in MIGRATIONS.glob("versions/*.py")) == database.SCHEMA


def by_hand(url, *statements, **values):
    """Somebody writes into the record without Sizewise."""
    engine = create_engine(url)
    with engine.begin() as plain:
        for statement in statements:
            plain.execute(text(statement), values)
    engine.dispose()


def older(url, version):
    """A record as Sizewise made it with that migration, and an attempt in it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
    by_hand(
        url,
        "INSERT INTO attempt VALUES (:id, 'ann', 'a-quiz', 'practice', '5eed', :items, :at, NULL)",
        id="attempt-1",
        items='["item-1", "item-2", "item-3"]',
        at=moment(NOON),
    )


def test_an_older_record_keeps_its_answers_and_gains_the_new_tables(new_url):
    older(new_url, "0001")
    for item, minute in (("item-1", 2), ("item-2", 1)):
        by_hand(
            new_url,
            "INSERT INTO answer VALUES ('attempt-1', :item, 'ann', 'a-quiz', '0123456789ab', "
            "'skill-one', 'practice', :first, :given, '1', '1', 0, '0.25', :at, '[]')",
            item=item,
            first=True,
            given=Response(picked=("a",)).to_json(),
            at=moment(later(minute)),
        )
    with closing(open_journal(new_url)) as journal:
        assert journal.standing("attempt-1").attempt == attempt()
        assert [each.item_id for each in journal.answers("attempt-1")] == ["item-2", "item-1"]
        assert {(a.certainty, a.took_ms) for a in journal.answers("attempt-1")} == {(None, None)}
        journal.append(answer("item-3"))
        assert [each.item_id for each in journal.answers("attempt-1")][2:] == ["item-3"]
        journal.solve_mission("ann", "emails", NOON)
        assert journal.missions_solved("ann") == {"emails"}


def test_what_an_older_record_held_came_first(new_url):
    """Its times told the order until now; what is new comes after it, whatever the clock says."""
    older(new_url, "0002")
    for lesson, value, minute in (("second", "large", 2), ("first", "usual", 1)):
        by_hand(
            new_url,
            "INSERT INTO part_read VALUES ('ann', :lesson, 'one', :at)",
            "INSERT INTO setting VALUES ('ann', 'size', :at, :value)",
            lesson=lesson,
            value=value,
            at=moment(later(minute)),
        )
    with closing(open_journal(new_url)) as journal:
        assert journal.last_lesson("ann") == "second"
        assert journal.settings("ann") == {"size": "large"}
        journal.read_part("ann", "third", "one", NOON)
        journal.change_setting("ann", "size", "largest", NOON)
        journal.begin(attempt("attempt-0", started_at=later(-1)))
        assert journal.last_lesson("ann") == "third"
        assert journal.settings("ann") == {"size": "largest"}
        assert [each.id for each in journal.attempts("ann")] == ["attempt-1", "attempt-0"]


def test_moving_a_record_that_is_already_as_new_does_no_harm(new_url):
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        journal.append(answer())
        journal.change_setting("ann", "size", "large", NOON)
    by_hand(new_url, "UPDATE alembic_version SET version_num = '0002'")
    with closing(open_journal(new_url)) as journal:
        assert journal.answers("attempt-1") == (answer(),)
        assert journal.settings("ann") == {"size": "large"}


# The note of the schema

SPOILT = {
    "gone": (["DROP TABLE alembic_version"], "already exists, but not the note"),
    "empty": (["DELETE FROM alembic_version"], "alembic_version, is empty"),
    "two": (["INSERT INTO alembic_version VALUES ('0001')"], f"is '{database.SCHEMA}', '0001'"),
    "garbage": (["UPDATE alembic_version SET version_num = 'x''; --'"], 'is "x'),
    "unknown": (["UPDATE alembic_version SET version_num = '0000'"], "is '0000'"),
    "another": (["UPDATE alembic_version SET version_num = 'ae1027a6acf'"], "is 'ae1027a6acf'"),
    "newer": (["UPDATE alembic_version SET version_num = '9999'"], "belongs to a newer Sizewise"),
    "other columns": (
        ["DROP TABLE alembic_version", "CREATE TABLE alembic_version (a INT, b INT)"],
        "alembic_version, is empty",
    ),
    "a table lost": (["DROP TABLE hint"], "has no table hint"),
}


@pytest.mark.parametrize(("statements", "sentence"), SPOILT.values(), ids=SPOILT)
def test_a_record_with_a_spoilt_note_is_told_and_left_as_it_is(new_url, statements, sentence):
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        journal.append(answer())
    by_hand(new_url, *statements)
    before = _tables(new_url)
    with pytest.raises(RecordUnavailable) as told:
        open_journal(new_url)
    assert sentence in str(told.value)
    assert "alembic" not in told.value.plain
    assert _tables(new_url) == before


def _tables(url):
    """Every table with its number of rows."""
    engine = create_engine(url)
    with engine.begin() as plain:
        rows = {
            name: plain.scalar(select(func.count()).select_from(table(name)))
            for name in inspect(plain).get_table_names()
        }
    engine.dispose()
    return rows


@pytest.mark.parametrize("name", [name for name in SPOILT if name != "a table lost"])
def test_a_note_that_is_spoilt_while_sizewise_runs_stops_it_until_it_is_mended(new_url, name):
    statements, sentence = SPOILT[name]
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        by_hand(new_url, *statements)
        for _ in range(2):
            with pytest.raises(RecordUnavailable) as told:
                journal.append(answer())
            assert sentence in str(told.value)
        by_hand(
            new_url,
            "DROP TABLE IF EXISTS alembic_version",
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
            "INSERT INTO alembic_version VALUES (:newest)",
            newest=database.SCHEMA,
        )
        assert journal.append(answer()) == answer()


def test_a_note_put_back_while_sizewise_runs_moves_the_record_again(new_url):
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        by_hand(new_url, "UPDATE alembic_version SET version_num = '0002'")
        assert journal.append(answer()) == answer()


def test_the_tables_of_another_program_are_no_hindrance(new_url):
    by_hand(new_url, "CREATE TABLE holidays (day TEXT)")
    with closing(open_journal(new_url)) as journal:
        journal.begin(attempt())
        assert journal.attempts("ann") == (attempt(),)


def test_opening_again_changes_nothing(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
    before = _schema(tmp_path)
    with opened(tmp_path) as journal:
        assert journal.standing("attempt-1").attempt == attempt()
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


TOGETHER = """
import os, sys, alembic.command, alembic.config
from sizewise.record import open_journal
waits, held = os.pipe()
processes = []
for _ in range(4):
    processes.append(os.fork())
    if not processes[-1]:
        os.close(held)
        os.read(waits, 1)  # until the last one lets go
        journal = open_journal(sys.argv[1])
        print(len(journal.attempts("ann")), flush=True)
        journal.close()
        os._exit(0)
os.close(held)
print([os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in processes])
"""
"""Imports once, which takes most of the time, and lets four processes begin in one moment."""


def test_processes_that_start_together_migrate_once(new_url):
    assert finished(child(TOGETHER, new_url)).splitlines() == ["0"] * 4 + ["[0, 0, 0, 0]"]
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
