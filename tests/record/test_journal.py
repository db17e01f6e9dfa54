"""The journal keeps every fact as it was told, the first time it was told."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone
from decimal import Decimal
from itertools import count
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from sizewise.learn.quiz.response import Response
from sizewise.record import RecordUnavailable, open_journal, tables
from sizewise.record.unavailable import AttemptGone
from tests.record.builders import NOON, answer, attempt, later, opened

NUMBERS = count()


@pytest.fixture
def begun(journal):
    journal.begin(attempt())
    return journal


def test_an_attempt_comes_back_as_it_was(journal):
    second_try = attempt(mode="missed", parent_id="attempt-0", item_ids=("item-2",))
    journal.begin(second_try)
    assert journal.standing("attempt-1").attempt == second_try


def test_an_unknown_attempt_is_none(journal):
    assert journal.standing("never-begun") is None


def test_beginning_twice_keeps_the_first(begun):
    begun.begin(attempt(seed="another"))
    assert begun.standing("attempt-1").attempt.seed == "5eed"


def test_attempts_come_oldest_first(journal):
    for number in (1, 2, 3):
        journal.begin(attempt(f"attempt-{number}", started_at=later(number)))
    journal.begin(attempt("of-bob", learner_id="bob"))
    assert [each.id for each in journal.attempts("ann")] == [f"attempt-{n}" for n in (1, 2, 3)]


def test_an_answer_comes_back_as_it_was(begun):
    assert begun.append(answer()) == answer()
    assert begun.answers("attempt-1") == (answer(),)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    text=st.text(st.characters(exclude_categories=()), max_size=30),
    picked=st.lists(st.text(max_size=5), max_size=4).map(tuple),
    score=st.decimals(0, 1, allow_nan=False),
)
def test_no_character_and_no_digit_is_lost(begun, text, picked, score):
    told = answer(f"item-{next(NUMBERS)}", response=Response(picked, text), score=score)
    assert begun.append(told) == told


def test_answering_twice_keeps_the_first(begun):
    begun.append(answer())
    again = begun.append(answer(response=Response(picked=("b",)), score=Decimal(1), at=later(1)))
    assert again == answer()
    assert begun.answers("attempt-1") == (answer(),)


def test_two_threads_with_the_same_answer_keep_one(begun):
    told, ready = [], Barrier(8)

    def answers(number):
        ready.wait()
        told.append(begun.append(answer(response=Response(number=str(number)))))

    threads = [Thread(target=answers, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 8
    assert {each.response for each in told} == {begun.answers("attempt-1")[0].response}


def test_many_threads_lose_nothing(begun):
    def answers(thread):
        for number in range(20):
            begun.append(answer(f"item-{thread}-{number}"))

    threads = [Thread(target=answers, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(begun.answers("attempt-1")) == 120


def test_answers_are_their_learners(begun):
    begun.append(answer())
    assert begun.answers_of("ann") == (answer(),)
    assert begun.answers_of("bob") == ()


def test_a_time_of_another_zone_is_the_same_moment(begun):
    tokyo = NOON.astimezone(timezone(timedelta(hours=9)))
    begun.append(answer(at=tokyo))
    assert begun.answers("attempt-1")[0].at == NOON
    assert begun.answers("attempt-1")[0].at.tzinfo is not None


def test_an_attempt_stands_at_its_first_item_until_it_moves_on(begun):
    assert begun.standing("attempt-1").position == 0
    begun.move_on("attempt-1", 1, NOON)
    begun.move_on("attempt-1", 2, NOON)
    assert begun.standing("attempt-1").position == 2


def test_moving_on_twice_skips_nothing(begun):
    begun.move_on("attempt-1", 1, NOON)
    begun.move_on("attempt-1", 1, later(1))
    assert begun.standing("attempt-1").position == 1


def test_a_late_click_never_leads_back(begun):
    begun.move_on("attempt-1", 2, NOON)
    begun.move_on("attempt-1", 1, later(1))
    assert begun.standing("attempt-1").position == 2


def test_positions_are_told_of_every_attempt_that_moved_on(begun):
    begun.begin(attempt("attempt-2"))
    begun.begin(attempt("of-bob", learner_id="bob"))
    for attempt_id, position in (("attempt-1", 1), ("attempt-1", 2), ("of-bob", 1)):
        begun.move_on(attempt_id, position, NOON)
    assert begun.positions("ann") == {"attempt-1": 2}
    assert begun.positions("nobody") == {}


def test_attempts_and_answers_can_be_asked_for_one_quiz(begun):
    begun.begin(attempt("elsewhere", quiz_id="another-quiz", started_at=later(9)))
    begun.append(answer())
    begun.append(answer(attempt_id="elsewhere", quiz_id="another-quiz"))
    assert [each.id for each in begun.attempts("ann", "another-quiz")] == ["elsewhere"]
    assert [each.attempt_id for each in begun.answers_of("ann", "a-quiz")] == ["attempt-1"]
    assert len(begun.attempts("ann")) == len(begun.answers_of("ann")) == 2


# A clock is put back: what came last stays the newest


def test_the_attempt_begun_last_is_the_newest_whatever_the_clock_says(journal):
    for number in (2, 3, 1):
        journal.begin(attempt(f"attempt-{number}", started_at=later(number)))
    assert [each.id for each in journal.attempts("ann")] == ["attempt-2", "attempt-3", "attempt-1"]


def test_answers_come_in_the_order_they_were_given_whatever_the_clock_says(begun):
    for number in (3, 1, 2):
        begun.append(answer(f"item-{number}", at=later(number)))
    assert [each.item_id for each in begun.answers("attempt-1")] == ["item-3", "item-1", "item-2"]
    assert begun.answers_of("ann") == begun.answers("attempt-1")


def test_the_lesson_read_last_is_the_last_whatever_the_clock_says(journal):
    journal.read_part("ann", "first", "one", later(2))
    journal.read_part("ann", "second", "one", later(1))
    assert journal.last_lesson("ann") == "second"


def test_the_setting_changed_last_holds_whatever_the_clock_says(journal):
    for value, at in (("large", later(2)), ("larger", later(1)), ("usual", later(2))):
        journal.change_setting("ann", "size", value, at)
        assert journal.settings("ann") == {"size": value}


def test_two_programs_number_what_they_note_in_one_row(url, journal):
    with closing(open_journal(url)) as other:
        for number in range(6):
            (journal, other)[number % 2].change_setting("ann", "size", str(number), NOON)
            assert journal.settings("ann") == other.settings("ann") == {"size": str(number)}


def test_an_answer_and_going_on_are_stored_together(begun):
    assert begun.append(answer(), then=1) == answer()
    assert begun.standing("attempt-1").position == 1
    begun.append(answer(score=Decimal(0)), then=1)
    assert (begun.answers("attempt-1"), begun.standing("attempt-1").position) == ((answer(),), 1)


def test_neither_is_stored_when_one_of_them_cannot_be(journal):
    journal.begin(attempt("another"))
    with pytest.raises(AttemptGone):
        journal.append(answer(), then=1)
    assert journal.answers("attempt-1") == ()
    with journal.database.reading() as connection:
        assert connection.execute(select(tables.step)).all() == []


def test_a_fact_of_no_attempt_is_refused(journal):
    for note in (
        lambda: journal.move_on("attempt-1", 1, NOON),
        lambda: journal.take_hint("attempt-1", "item-1", 1, NOON),
    ):
        with pytest.raises(AttemptGone, match="does not hold the attempt"):
            note()


def test_several_settings_change_together(journal):
    journal.change_settings("ann", {"size": "large", "motion": "off"}, NOON)
    with pytest.raises(RecordUnavailable):
        journal.change_settings("ann", {"size": "usual", "motion": None}, NOON)
    assert journal.settings("ann") == {"size": "large", "motion": "off"}


def test_hints_are_counted_once_each(begun):
    for number in (1, 1, 2):
        begun.take_hint("attempt-1", "item-1", number, NOON)
    assert begun.hints("attempt-1", "item-1") == 2
    assert begun.hints("attempt-1", "item-2") == 0


def test_parts_are_read_once(journal):
    for anchor in ("one", "two", "one"):
        journal.read_part("ann", "a-lesson", anchor, NOON)
    assert journal.parts_read("ann", "a-lesson") == {"one", "two"}
    assert journal.parts_read("ann", "another-lesson") == frozenset()


def test_all_parts_are_read_by_lesson(journal):
    for lesson, anchor in (("first", "one"), ("first", "two"), ("second", "one")):
        journal.read_part("ann", lesson, anchor, NOON)
    journal.read_part("bob", "third", "one", NOON)
    assert journal.all_parts_read("ann") == {"first": {"one", "two"}, "second": {"one"}}
    assert journal.all_parts_read("nobody") == {}


def test_the_last_lesson_is_the_one_read_last(journal):
    assert journal.last_lesson("ann") is None
    journal.read_part("ann", "first", "one", later(1))
    journal.read_part("ann", "second", "one", later(2))
    journal.read_part("bob", "third", "one", later(3))
    assert journal.last_lesson("ann") == "second"


def test_missions_are_solved_once_and_by_whom_they_were_solved(journal):
    for learner, mission in (("ann", "emails"), ("ann", "emails"), ("ann", "photos")):
        journal.solve_mission(learner, mission, NOON)
    assert journal.missions_solved("ann") == {"emails", "photos"}
    assert journal.missions_solved("bob") == frozenset()


def test_the_newest_value_of_a_setting_holds(journal):
    journal.change_setting("ann", "size", "large", later(1))
    journal.change_setting("ann", "size", "normal", later(2))
    journal.change_setting("ann", "motion", "off", NOON)
    journal.change_setting("bob", "size", "largest", later(3))
    assert journal.settings("ann") == {"size": "normal", "motion": "off"}
    assert journal.settings("nobody") == {}


def test_an_answer_to_no_attempt_is_refused(journal):
    with pytest.raises(AttemptGone, match="does not hold the attempt"):
        journal.append(answer())


def test_everything_is_there_after_closing(url, begun):
    begun.append(answer())
    begun.close()
    again = open_journal(url)
    assert again.answers("attempt-1") == (answer(),)
    again.close()


def test_going_on_and_where_one_stands_then_are_one_transaction(begun):
    begun.append(answer())
    begins = []
    event.listen(begun.database.engine, "begin", begins.append)
    standing = begun.advance("attempt-1", 1, NOON)
    assert len(begins) == 1
    assert standing == begun.standing("attempt-1")
    assert (standing.position, dict(standing.answers)) == (1, {"item-1": answer()})
    assert len(begins) == 2


def test_nothing_inside_of_a_transaction_that_fails_is_stored(begun):
    with pytest.raises(ValueError, match="in the middle"), begun.database.writing():
        begun.append(answer())
        begun.move_on("attempt-1", 1, NOON)
        assert begun.answers("attempt-1") == (answer(),)
        raise ValueError("in the middle")
    assert begun.answers("attempt-1") == ()
    assert begun.standing("attempt-1").position == 0
    begun.append(answer())
    assert begun.answers("attempt-1") == (answer(),)


def test_what_is_noted_is_never_changed(begun):
    """The statements the journal sends: inserts and selects, nothing else."""
    sent = []
    event.listen(
        begun.database.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: sent.append(statement),
    )
    begun.append(answer())
    begun.append(replace(answer(), score=Decimal(0)))
    begun.move_on("attempt-1", 1, NOON)
    begun.read_part("ann", "a-lesson", "one", NOON)
    verbs = {statement.split()[0] for statement in sent}
    assert {"INSERT", "SELECT"} <= verbs <= {"INSERT", "SELECT", "BEGIN"}


def test_the_record_can_be_read_with_any_sqlite(tmp_path):
    with opened(tmp_path) as journal:
        journal.begin(attempt())
        journal.append(answer())
    with sqlite3.connect(tmp_path / "record.db") as plain:
        row = plain.execute("SELECT item_id, score, at FROM answer").fetchone()
    plain.close()
    assert row == ("item-1", str(Decimal(2) / 3), "2026-11-21T12:00:00.000000+00:00")
