"""A school's record moves from a file to PostgreSQL, and back: whole, proved, or not at all."""

import shutil
from contextlib import closing, contextmanager
from threading import Thread

import pytest
from click.testing import CliRunner
from sqlalchemy import Boolean, Integer, create_engine, inspect, select, text

from sizewise.__main__ import main
from sizewise.record import identity, open_journal
from sizewise.record.tables import attempt as attempts
from sizewise.record.tables import metadata
from tests.record.builders import NOON, answer, attempt, later, url_of

TABLES = metadata.sorted_tables


@contextmanager
def speaking_to(url):
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def a_row(table, number):
    """A row for any table; what refers to another table finds its row of the same number."""
    return {column.name: _value(column, number) for column in table.c}


def _value(column, number):
    if column.nullable and number % 2:
        return None
    if isinstance(column.type, Boolean):
        return bool(number % 2)
    if isinstance(column.type, Integer):
        return number
    meant = next((key.column for key in column.foreign_keys), column)
    return f"{meant.name} é {number}"[: getattr(column.type, "length", None)]


def fill(url, numbers=range(1, 4), of=TABLES):
    """Put a row of each number into every table that the schema has."""
    with speaking_to(url) as connection:
        for table in of:
            connection.execute(table.insert(), [a_row(table, number) for number in numbers])


def rows_of(url):
    with speaking_to(url) as connection:
        return {table.name: set(map(tuple, connection.execute(select(table)))) for table in TABLES}


def moved(source, target):
    return CliRunner().invoke(main, ["move", source, target])


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A file with three rows in every table."""
    folder = tmp_path_factory.mktemp("school")
    open_journal(url_of(folder)).close()
    fill(url_of(folder))
    return folder / "record.db"


@pytest.fixture
def file(school, tmp_path):
    """The address of a copy of it."""
    shutil.copy(school, tmp_path)
    return url_of(tmp_path)


@pytest.fixture
def new_server(postgres):
    """An empty database, in which no Sizewise has ever been."""
    return postgres.new_database()


@pytest.mark.parametrize("back", [False, True], ids=["to PostgreSQL", "back to a file"])
def test_every_row_of_every_table_is_moved_and_told_in_a_sentence(
    file, new_server, postgres_url, tmp_path, back
):
    source, target = file, new_server
    if back:
        fill(postgres_url)
        source, target = postgres_url, f"sqlite:///{tmp_path / 'another.db'}"
    ran = moved(source, target)
    assert ran.exit_code == 0, ran.output
    assert rows_of(target) == rows_of(source)
    sentences = ran.output.splitlines()
    for table in TABLES:
        assert any(each.startswith(f"{table.name}: 3 rows moved") for each in sentences)
    assert "stop it now" not in ran.output
    assert f"Nothing was lost: {3 * len(TABLES)} rows in {len(TABLES)} tables." in sentences


def test_a_table_that_fills_several_batches_is_moved_whole(file, postgres_url):
    fill(file, range(4, 2_501), of=[attempts])
    assert moved(file, postgres_url).exit_code == 0
    assert rows_of(postgres_url) == rows_of(file)


def test_what_comes_after_a_move_is_numbered_after_all_that_was_moved(file, postgres_url):
    moved(file, postgres_url)
    with closing(open_journal(postgres_url)) as journal:
        journal.begin(attempt())
        journal.append(answer())
        newest = [
            max(row["arrival"] for row in rows) for rows in journal.everything("ann").values()
        ]
    assert newest == [4, 4]


def test_learners_find_their_progress_with_the_key_that_the_command_names(
    file, postgres_url, monkeypatch, tmp_path
):
    monkeypatch.delenv("SIZEWISE_SECRET")
    (tmp_path / "record.db").unlink()
    with closing(open_journal(file)) as journal:
        ann = identity.browser_learner(journal, "cookie-of-ann", NOON)
        code = identity.new_resume_code(journal, ann, NOON)
    key = tmp_path / "record.db.secret"
    assert f"Set SIZEWISE_SECRET to what stands in {key}" in moved(file, postgres_url).output
    monkeypatch.setenv("SIZEWISE_SECRET", key.read_text())
    with closing(open_journal(postgres_url)) as journal:
        assert identity.browser_learner(journal, "cookie-of-ann", later(1)) == ann
        assert identity.resume(journal, code, "another cookie", "192.0.2.7") == ann


# What is refused


def nothing_in(url):
    with speaking_to(url) as connection:
        there = [table for table in TABLES if inspect(connection).has_table(table.name)]
        return not any(connection.execute(select(table)).first() for table in there)


def refused(source, target):
    ran = moved(source, target)
    assert ran.exit_code == 1
    assert "Traceback" not in ran.output
    return ran.output.replace("\n", " ")


def test_a_database_that_holds_a_record_is_not_written_to(file, postgres_url):
    with closing(open_journal(postgres_url)) as journal:
        journal.begin(attempt())
    assert "holds a record already: 1 row in the table attempt" in refused(file, postgres_url)
    with closing(open_journal(postgres_url)) as journal:
        assert journal.standing("attempt-1").attempt == attempt()


def test_a_database_of_somebody_elses_is_not_written_to(file, new_server):
    with speaking_to(new_server) as connection:
        connection.execute(text("CREATE TABLE invoice (number integer)"))
    assert "the table invoice, which is not of Sizewise" in refused(file, new_server)
    with speaking_to(new_server) as connection:
        assert inspect(connection).get_table_names() == ["invoice"]


@pytest.mark.parametrize(
    ("schema", "says"), [("0001", "Start Sizewise once with it"), ("9999", "with the newer one")]
)
def test_a_record_of_another_schema_is_not_moved(file, new_server, schema, says):
    with speaking_to(file) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :is"), {"is": schema})
    assert says in refused(file, new_server)
    with speaking_to(new_server) as connection:
        assert inspect(connection).get_table_names() == []


def test_a_record_is_not_moved_onto_itself(file, tmp_path):
    (tmp_path / "link.db").symlink_to(tmp_path / "record.db")
    assert "Both addresses lead to one database" in refused(
        file, f"sqlite:///{tmp_path / 'link.db'}"
    )


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("record.db", "The first address is not an address of a database"),
        ("sqlite://", "The first address names no file"),
        ("sqlite:////nowhere/record.db", "There is no file /nowhere/record.db"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(postgres_url, source, says):
    assert says in refused(source, postgres_url)


def test_a_file_that_is_no_record_is_told(tmp_path, postgres_url):
    (tmp_path / "record.db").touch()
    assert "holds nothing that Sizewise has written" in refused(url_of(tmp_path), postgres_url)
    (tmp_path / "record.db").write_text("Dear diary, today I learned a lot. " * 100)
    assert "is damaged" in refused(url_of(tmp_path), postgres_url)


def test_a_row_that_postgresql_does_not_take_is_named(file, postgres_url):
    fill(file, [4, 5])
    with speaking_to(file) as connection:
        connection.execute(
            text("UPDATE answer SET skill = :long WHERE arrival = 4"), {"long": "x" * 65}
        )
    said = refused(file, postgres_url)
    assert "a row of the table answer (attempt_id id é 4, item_id item_id é 4)" in said
    assert "too long" in said
    assert nothing_in(postgres_url)


@pytest.mark.parametrize("does", ["NEW.quiz_id = $x$another$x$; RETURN NEW", "RETURN NULL"])
def test_a_database_that_changes_or_drops_what_it_takes_is_found_out(file, new_server, does):
    open_journal(new_server).close()
    meddle = f"CREATE FUNCTION meddle() RETURNS trigger AS 'BEGIN {does}; END' LANGUAGE plpgsql"
    always = "CREATE TRIGGER meddle BEFORE INSERT ON answer FOR EACH ROW EXECUTE FUNCTION meddle()"
    with speaking_to(new_server) as connection:
        connection.execute(text(meddle))
        connection.execute(text(always))
    assert "The table answer is not the same in the second database" in refused(file, new_server)
    assert nothing_in(new_server)


# While learners are at work


def test_an_answer_that_is_given_meanwhile_is_noticed_and_nothing_is_moved(file, postgres_url):
    open_journal(postgres_url).close()
    said = []
    with speaking_to(postgres_url) as other:  # until it is let go, the move can read and not write
        other.execute(text("LOCK TABLE attempt IN ROW EXCLUSIVE MODE"))
        move = Thread(target=lambda: said.append(refused(file, postgres_url)))
        move.start()
        _until_somebody_waits_in(postgres_url)
        with closing(open_journal(file)) as journal:
            journal.begin(attempt())
    move.join()
    assert "Somebody wrote to the record while it was moved" in said[0]
    assert "Stop that server, then move again" in said[0]
    assert nothing_in(postgres_url)
    assert moved(file, postgres_url).exit_code == 0
    assert rows_of(postgres_url) == rows_of(file)


def test_a_server_that_does_nothing_just_now_is_noticed_too(file, postgres_url):
    with closing(open_journal(file)) as journal:
        journal.attempts("ann")
        ran = moved(file, postgres_url)
    assert ran.exit_code == 0
    assert "A program still has" in ran.output
    assert "stop it now" in ran.output


def _until_somebody_waits_in(server):
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    while True:
        with speaking_to(server) as connection:
            if connection.scalar(waiting):
                return
