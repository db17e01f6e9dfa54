"""`report`, as it is typed."""

import pytest
from click.testing import CliRunner

from sizewise.__main__ import main
from sizewise.benchmark.log import written
from tests.benchmark.builders import trial

LOG = written([trial(0, warm_up=True), trial(0), trial(1)])


def run(*words):
    return CliRunner().invoke(main, ["report", *map(str, words)])


def test_the_report_stands_beside_its_log(tmp_path):
    log = tmp_path / "run.jsonl"
    log.write_bytes(LOG)
    ran = run(log)
    assert (ran.exit_code, ran.output.splitlines()) == (
        0,
        [
            f"wrote {tmp_path / 'run.html'}",
            f"wrote {tmp_path / 'run.csv'}",
            "2 attempts, 1 warm-up",
        ],
    )
    assert (tmp_path / "run.html").read_bytes().startswith(b"<!doctype html>")
    assert log.read_bytes() == LOG


def test_two_exports_of_one_log_are_the_same_bytes(tmp_path):
    log = tmp_path / "run.jsonl"
    log.write_bytes(LOG)
    for name in ("one", "two"):
        assert run(log, "--folder", tmp_path / name).exit_code == 0
    for ending in ("html", "csv"):
        one, two = (tmp_path / name / f"run.{ending}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_a_torn_log_is_told_and_reported(tmp_path):
    log = tmp_path / "run.jsonl"
    log.write_bytes(LOG[:-20])
    ran = run(log)
    assert ran.exit_code == 0
    assert "line 3: It was cut in the middle, as when a run is killed." in ran.output
    assert ran.output.endswith("1 attempt, 1 warm-up\n")


def test_what_is_no_log_is_refused_in_a_sentence(tmp_path):
    log = tmp_path / "notes.txt"
    log.write_text("hello\n", "utf-8")
    ran = run(log)
    assert ran.exit_code == 2
    assert ran.output == f"Error: {log} holds no trial that can be read. Line 1: It is no JSON.\n"
    assert not (tmp_path / "notes.html").exists()


def test_a_log_that_is_not_there_is_refused(tmp_path):
    ran = run(tmp_path / "none.jsonl")
    assert ran.exit_code == 2
    assert "none.jsonl" in ran.output


@pytest.mark.parametrize("typed", ["0,5", "abc", "-1", "nan", "3601"])
def test_a_goal_that_is_no_number_of_seconds_is_refused_in_a_sentence(tmp_path, typed):
    log = tmp_path / "run.jsonl"
    log.write_bytes(LOG)
    ran = run(log, "--first-token", typed)
    said = f"'{typed}' is no number of seconds from 0 to 3,600; write one such as 0.5."
    assert (ran.exit_code, said in ran.output) == (2, True), ran.output


def test_a_goal_stands_in_the_report_and_decides_on_goodput(tmp_path):
    log = tmp_path / "run.jsonl"
    log.write_bytes(LOG)
    assert run(log, "--latency", "1").exit_code == 0  # each takes 1.2 s
    assert "Goal: latency at most 1 s" in (tmp_path / "run.html").read_text("utf-8")
    head, row = (tmp_path / "run.csv").read_text("utf-8").splitlines()
    assert dict(zip(head.split(","), row.split(","), strict=True))["goodput"] == "0.0"


def test_a_log_is_never_written_over_by_its_own_report(tmp_path):
    log = tmp_path / "run.csv"
    log.write_bytes(LOG)
    ran = run(log)
    assert (ran.exit_code, log.read_bytes()) == (2, LOG)
    assert "would be written over by its own report. Name it run.jsonl" in ran.output
    assert run(log, "--folder", tmp_path / "else").exit_code == 0
