"""All that is kept of one learner: shown, taken along, brought elsewhere, deleted."""

import json
import sqlite3
import time
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import select

from sizewise.record import identity, open_journal, tables
from sizewise.record.engine import _set_up
from sizewise.record.export import ExportRefused, exported, read_export
from sizewise.record.merge import Added, add_export
from tests.record.builders import NOON, answer, attempt, later, on_disk, opened


def fill(journal, learner="ann", name="attempt-1"):
    """Something in every table that a learner fills."""
    journal.begin(attempt(name, learner_id=learner))
    journal.append(answer(attempt_id=name, learner_id=learner), then=1)
    journal.append(answer("item-2", attempt_id=name, learner_id=learner, certainty=None))
    journal.take_hint(name, "item-3", 1, NOON)
    journal.read_part(learner, "a-lesson", "one", NOON)
    journal.solve_mission(learner, "emails", later(5))
    journal.change_setting(learner, "size", "large", NOON)


@pytest.fixture
def filled(journal):
    fill(journal)
    fill(journal, "bob", "attempt-2")
    return journal


def taken(journal, learner="ann"):
    return exported(journal, learner, later(60)).encode()


def read(raw):
    return read_export(raw, later(90))


def rows(journal):
    """Every row of the record, by table."""
    with journal.database.reading() as connection:
        return {
            table.name: connection.execute(select(table)).all()
            for table in tables.metadata.sorted_tables
        }


def test_every_table_is_somebodys():
    """What no learner can see, take along or delete must not be kept of them."""
    nobodys = {
        table.name
        for table in tables.metadata.sorted_tables
        if not {"learner_id", "attempt_id"} & set(table.c.keys())
    }
    assert nobodys == set(tables.OF_NO_LEARNER)


def test_everything_of_a_learner_is_shown_and_nothing_of_others(filled):
    found = filled.everything("ann")
    assert {name: len(each) for name, each in found.items()} == {
        "attempt": 1,
        "answer": 2,
        "step": 1,
        "hint": 1,
        "part_read": 1,
        "mission_solved": 1,
        "setting": 1,
    }
    assert "bob" not in str(found)


def test_deleting_takes_everything_of_a_learner_and_nothing_of_others(filled):
    code = identity.new_resume_code(filled, "ann", NOON)
    before = filled.everything("bob")
    filled.delete_everything("ann")
    assert filled.everything("ann") == {}
    assert filled.everything("bob") == before
    assert "ann" not in str(rows(filled))
    assert identity.resume(filled, code, "token", "address") is None


def test_after_deleting_the_machine_and_the_browser_have_a_new_learner(journal):
    machine = identity.machine_learner(journal, NOON)
    browser = identity.browser_learner(journal, "cookie", NOON)
    journal.delete_everything(machine)
    journal.delete_everything(browser)
    assert identity.machine_learner(journal, NOON) != machine
    assert identity.browser_learner(journal, "cookie", NOON) != browser


def test_what_is_deleted_is_overwritten_in_the_file(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt(seed="a-seed-to-find"))
        assert b"a-seed-to-find" in on_disk(tmp_path)
        journal.delete_everything("ann")
        assert b"a-seed-to-find" not in on_disk(tmp_path)


def test_what_others_still_read_is_overwritten_once_they_are_done(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt(seed="a-seed-to-find"))
        with closing(sqlite3.connect(tmp_path / "record.db", isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT seed FROM attempt").fetchall()
            journal.delete_everything("ann")
            assert b"a-seed-to-find" in on_disk(tmp_path)
        until = time.monotonic() + 10
        while b"a-seed-to-find" in on_disk(tmp_path) and time.monotonic() < until:
            time.sleep(0.02)
        assert b"a-seed-to-find" not in on_disk(tmp_path)


def test_a_log_that_was_left_behind_is_emptied_at_the_start(tmp_path):
    with closing(sqlite3.connect(tmp_path / "record.db")) as keeper, opened(tmp_path) as journal:
        keeper.execute("SELECT 1 FROM sqlite_master").fetchone()
        journal.begin(attempt(seed="a-seed-to-find"))
        journal.close()
        assert (tmp_path / "record.db-wal").stat().st_size
        journal.database.open()
        journal.database.empty_log()
        assert not (tmp_path / "record.db-wal").stat().st_size


def test_no_page_keeps_a_copy_of_what_was_on_it_before_it_was_split(tmp_path):
    """Which many a SQLite does, unless a connection is told otherwise before its first row."""
    with closing(sqlite3.connect(tmp_path / "record.db")) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        _set_up(connection, 1)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


# Taking it along, and bringing it elsewhere


def test_a_file_brought_to_another_record_tells_the_same(filled, tmp_path):
    with opened(tmp_path / "other") as other:
        add_export(other, "new", read(taken(filled)))
        (brought,) = other.attempts("new")
        assert brought.id.startswith("imported-")
        assert (brought.seed, brought.item_ids) == ("5eed", ("item-1", "item-2", "item-3"))
        given = other.answers(brought.id)
        assert [each.score for each in given] == [answer().score, answer().score]
        assert [each.certainty for each in given] == ["think", None]
        assert other.standing(brought.id).position == 1
        assert other.hints(brought.id, "item-3") == 1
        assert other.last_lesson("new") == "a-lesson"
        assert other.missions_solved("new") == {"emails"}
        assert other.settings("new") == {"size": "large"}


def test_a_second_try_keeps_its_first(journal):
    journal.begin(attempt())
    journal.begin(attempt("attempt-2", mode="missed", parent_id="attempt-1"))
    add_export(journal, "cleo", read(taken(journal)))
    first, second = journal.attempts("cleo")
    assert second.parent_id == first.id


def test_a_file_holds_no_way_to_its_learner(filled):
    identity.new_resume_code(filled, "ann", NOON)
    text = taken(filled).decode()
    assert "ann" not in text
    assert "hash" not in text


def test_a_file_says_how_much_it_holds_and_of_which_days(filled):
    found = read(taken(filled))
    assert (found.count("attempt"), found.count("answer"), found.count("machine")) == (1, 2, 0)
    assert found.days == (NOON.date(), NOON.date())


def changed(journal, change):
    told = json.loads(taken(journal))
    change(told)
    return json.dumps(told).encode()


def in_answer(**values):
    return lambda told: told["facts"]["answer"][0].update(values)


def in_attempt(**values):
    return lambda told: told["facts"]["attempt"][0].update(values)


TWO_DAYS = timedelta(days=2)
DEEP = "[" * 5000
WRONG = {
    "another program's": (lambda told: told.update(format="anki"), "no file of progress"),
    "a newer version": (lambda told: told.update(version=2), "newer Sizewise"),
    "a newer schema": (lambda told: told.update(schema="9999"), "newer Sizewise"),
    "no facts": (lambda told: told.pop("facts"), "damaged"),
    "facts that are none": (lambda told: told.update(facts=[1]), "damaged"),
    "a strange part": (lambda told: told["facts"].update(machine=[]), "that nobody knows"),
    "a strange field": (in_answer(learner_id="bob"), "that nobody knows"),
    "a lost field": (lambda told: told["facts"]["answer"][0].pop("score"), "“score”"),
    "a score above one": (in_answer(score="2"), "a score that cannot be"),
    "a score that is no number": (in_answer(score="NaN"), "a score that cannot be"),
    "a score of words": (in_answer(score="all"), "damaged"),
    "a strange mode": (in_answer(mode="cheat"), "a mode"),
    "a strange certainty": (in_answer(certainty="very"), "certainty"),
    "a time of no zone": (in_answer(at="2026-11-21T12:00:00"), "says no zone"),
    "no time": (in_answer(at="yesterday"), "damaged"),
    "a time to come": (in_answer(at="9999-12-31T23:59:59+00:00"), "the clock"),
    "a time two days ahead": (in_answer(at=(later(90) + TWO_DAYS).isoformat()), "the clock"),
    "a time before computers": (in_answer(at="1969-12-31T23:59:59+00:00"), "the clock"),
    "a time before all times": (in_answer(at="0001-01-01T00:00:00+14:00"), "the clock"),
    "a start to come": (in_attempt(started_at="9999-12-31T23:59:59-14:00"), "the clock"),
    "an answer to nothing": (in_answer(attempt_id="x"), "belongs to no attempt"),
    "an answer to no question": (in_answer(item_id="x"), "belongs to no question"),
    "a long text": (in_answer(skill="x" * 99), "“skill”"),
    "a text of nothing": (in_answer(skill="\0"), "“skill”"),
    "a number for a text": (in_answer(skill=7), "“skill”"),
    "a negative number": (in_answer(hints=-1), "“hints”"),
    "half a sign": (in_answer(skill="\ud800"), "“skill”"),
    "half a sign in a name": (lambda told: told["facts"].update({"\ud800": []}), "nobody knows"),
    "a score in other digits": (in_answer(score="٠"), "a score that cannot be"),
    "a step behind the end": (lambda told: told["facts"]["step"][0].update(position=4), "the end"),
    "a response that is none": (in_answer(response="{"), "damaged"),
    "a response in a list": (in_answer(response="[1]"), "damaged"),
    "a picked number": (in_answer(response='{"picked": [5], "number": null}'), "a response"),
    "half a picked sign": (
        in_answer(response=r'{"picked": ["\ud800"], "number": null}'),
        "response",
    ),
    "a match of three": (
        in_answer(response='{"picked": [], "number": null, "matched": [["a", "b", "c"]]}'),
        "a response",
    ),
    "a deep response": (in_answer(response=DEEP), "nests more than 100"),
    "deep mistakes": (in_answer(misconceptions=DEEP), "nests more than 100"),
    "deep questions": (in_attempt(item_ids=DEEP), "nests more than 100"),
    "no list of mistakes": (in_answer(misconceptions='"swapped-rates"'), "mistakes"),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG)
def test_a_file_that_cannot_be_is_refused_whole(tmp_path, change, sentence):
    with opened(tmp_path) as journal:
        fill(journal)
        with pytest.raises(ExportRefused) as told:
            read(changed(journal, change))
    assert sentence in str(told.value)
    assert "Nothing was changed." in str(told.value)
    assert str(told.value).encode()


@pytest.mark.parametrize("raw", [b"", b"hello", b"\xff\xfe", b"[]", b'{"format": "sizew'])
def test_what_is_no_file_of_ours_is_refused(raw):
    with pytest.raises(ExportRefused, match=r"Nothing was changed\."):
        read(raw)


def test_a_clock_that_is_hours_ahead_is_taken(filled):
    raw = changed(filled, in_answer(at=(later(90) + timedelta(hours=23)).isoformat()))
    assert read(raw).days[1] == later(90 + 23 * 60).date()


def test_a_file_cut_in_the_middle_is_refused(filled):
    raw = taken(filled)
    with pytest.raises(ExportRefused, match="damaged"):
        read(raw[: len(raw) // 2])


def test_an_older_file_without_the_newer_columns_is_taken(filled):
    def older(told):
        told["schema"] = "0003"
        for row in told["facts"]["answer"]:
            for name in ("certainty", "took_ms", "key_version"):
                del row[name]

    add_export(filled, "cleo", read(changed(filled, older)))
    assert {each.certainty for each in filled.answers_of("cleo")} == {None}


def test_an_export_of_an_empty_record_is_empty(url):
    with closing(open_journal(url)) as journal:
        found = read(taken(journal))
        assert (found.days, found.facts) == (None, {})
        assert add_export(journal, "ann", found) == Added(0, 0, 0, 0, 0, 0)
