"""A log keeps every whole line, names every other, and has one spelling."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sizewise.benchmark.log import Damage, line, mended, read, written
from sizewise.benchmark.report.page import report_html
from tests.benchmark.builders import failure, graded, trial

THREE = (trial(0), failure(1), trial(2, reply="zwei\nZeilen “é”", grade=graded(True)))
BYTES = written(THREE)
HUGE = {"input": 1, "output": 10**400, "estimated": False}
DEAR = {"amount": "1e99999999", "priced_as": "gpt-4o-mini", "day": "2026-11-29"}
FINE = DEAR | {"amount": "1e-99999999"}


def test_what_was_written_is_read():
    log = read(BYTES)
    assert (log.trials, log.damaged, log.torn) == (THREE, (), None)


def test_one_trial_is_one_line_whatever_its_reply_holds():
    assert BYTES.count(b"\n") == 3


def test_dollars_stay_exact():
    assert json.loads(line(trial()))["charge"]["amount"] == "0.001"


@given(st.integers(1, len(BYTES) - 1))
def test_wherever_a_log_is_cut_all_whole_lines_are_kept_and_the_torn_one_is_told(cut):
    whole, torn = BYTES[:cut].count(b"\n"), BYTES[:cut].rpartition(b"\n")[2]
    log = read(BYTES[:cut])
    complete = torn + b"\n" in BYTES.splitlines(keepends=True)
    assert log.trials == THREE[: whole + complete]
    assert (log.torn is not None) == bool(torn and not complete)
    assert log.damaged == ()


def test_a_torn_line_says_so():
    assert read(BYTES[:-40]).torn == Damage(3, "It was cut in the middle, as when a run is killed.")


def test_what_follows_a_torn_line_begins_a_line_of_its_own():
    torn = BYTES[:-40]
    log = read(torn + mended(torn) + line(THREE[2]))
    assert log.trials == THREE
    assert [each.line for each in log.damaged] == [3]
    assert mended(BYTES) == mended(b"") == b""


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda t: "{", "It is no JSON."),
        (lambda t: "[1]", "It is no object of JSON."),
        (lambda t: json.dumps(t | {"version": 2}), "It is of version 2; this program reads"),
        (lambda t: json.dumps({k: t[k] for k in t if k != "end"}), "It has no field end."),
        (lambda t: json.dumps(t | {"end": -1}), "Its field end is wrong: input should be greater"),
        (lambda t: json.dumps(t | {"first": 10**9}), "It cannot be: the first token cannot come a"),
        (lambda t: json.dumps(t | {"mood": 1}), "It has a field mood that no trial has."),
        (lambda t: json.dumps(t | {"end": 10**400}), "Its field end is wrong: input should be les"),
        (lambda t: json.dumps(t | {"tokens": HUGE}), "Its field tokens.output is wrong: input sh"),
        (lambda t: json.dumps(t | {"charge": DEAR}), "Its field charge.amount is wrong: input sh"),
        (lambda t: json.dumps(t | {"charge": FINE}), "Its field charge.amount is wrong: decimal "),
        (lambda t: json.dumps(t | {"attempt": 10**7}), "Its field attempt is wrong: input should"),
        (lambda t: json.dumps(t | {"version": 10**400}), "It is of version 1000000000000000000"),
        (lambda t: json.dumps(t | {"sent_at": "2026-11-29T12:00:00"}), "Its field sent_at is wro"),
    ],
)
def test_a_damaged_line_is_named_by_its_number_and_the_others_count(damage, why):
    first, second, third = BYTES.splitlines(keepends=True)
    broken = damage(json.loads(second)).encode() + b"\n"
    log = read(first + broken + third)
    assert log.trials == (THREE[0], THREE[2])
    [(number, said)] = log.damaged
    assert number == 2
    assert said.startswith(why)
    assert said in report_html(log)


def test_bytes_that_are_no_text_are_damage():
    assert read(b"\xff\xfe\n" + BYTES).damaged == (Damage(1, "It is no JSON."),)


def test_a_second_line_of_one_attempt_does_not_count():
    log = read(BYTES + line(trial(0, reply="Rome")))
    assert log.trials == THREE
    assert log.damaged == (Damage(4, "It repeats line 1, which counts."),)


def test_another_try_at_a_sample_is_another_attempt():
    again = trial(1, attempt=2)
    assert read(BYTES + line(again)).trials == (*THREE, again)


def test_an_empty_log_holds_nothing():
    assert read(b"").trials == read(b"\n\n").trials == ()


def test_warm_ups_are_kept_and_not_measured():
    log = read(written([trial(0, warm_up=True), trial(0)]))
    assert len(log.trials) == 2
    assert log.measured == (trial(0),)


@given(st.text(), st.floats(0, 1), st.lists(st.integers(0, 10**9)).map(tuple))
def test_reading_and_writing_give_the_same_bytes(reply, confidence, chunks):
    once = line(trial(reply=reply, chunks=chunks, grade=graded(False, confidence=confidence)))
    assert written(read(once).trials) == once


def test_a_trial_without_a_time_zone_is_refused():
    with pytest.raises(ValidationError, match="timezone"):
        trial(sent_at="2026-11-29T12:00:00")


def test_a_mark_in_front_that_some_programs_write_costs_no_line():
    assert read(BYTES.decode().encode("utf-8-sig")) == read(BYTES)


def test_a_text_of_another_encoding_is_named_once():
    (told,) = read(BYTES.decode().encode("utf-16")).faults
    assert told.why == "The text is UTF-16. Save it as UTF-8, as it was written."


def test_a_last_line_that_is_whole_is_not_called_torn_for_another_fault():
    other = BYTES.replace(b'"version":1', b'"version":9').rstrip(b"\n")
    assert read(other).faults[-1].why == "It is of version 9; this program reads version 1."
