"""`bench`, as it is typed, with the model of this machine."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from sizewise import ROOT
from sizewise.__main__ import main
from sizewise.benchmark.log import read, written
from sizewise.cli.bench import followed
from sizewise.gateway.machine.described import machine
from sizewise.gateway.one_writer import only_writer
from tests.benchmark.builders import trial
from tests.gateway.test_running import Parrot, run

NOTHING_ASKED = "Stopped before anything was asked. The same command starts it again.\n"
PATIENCE = 300
"""Seconds that starting and stopping may take on a machine that has much else to do."""
SUMS = """\
id: sums-here
title: Sums
models: [{name: small, source: local, model: smollm2-135m-instruct, priced_as: gpt-4o-mini}]
tasks: [arithmetic]
warm_ups: 1
samples: 2
"""


@pytest.fixture
def sums(tmp_path):
    file = tmp_path / "sums.yaml"
    file.write_text(SUMS, "utf-8")
    return file


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """What one run of that plan said, and its log."""
    folder = tmp_path_factory.mktemp("measured")
    (folder / "sums.yaml").write_text(SUMS, "utf-8")
    return bench(folder / "sums.yaml", "--log", folder / "run.jsonl"), folder / "run.jsonl"


def bench(*words):
    return CliRunner().invoke(main, ["bench", *map(str, words)])


def trials(log):
    return read(log.read_bytes()).trials


def test_a_plan_is_measured_and_reported_and_not_measured_twice(measured, sums):
    ran, log = measured
    assert ran.exit_code == 0, ran.output
    told = [f"wrote {log.with_suffix('.html')}", f"wrote {log.with_suffix('.csv')}"]
    assert ran.stdout.splitlines() == [*told, "2 attempts, 1 warm-up"]
    assert ran.stderr.splitlines()[-1] == "3 of 3"
    assert [(each.whole, each.grade is not None) for each in trials(log)] == [(True, True)] * 3
    assert trials(log)[0].charge.priced_as == "gpt-4o-mini"
    assert trials(log)[0].machine.split(", load ")[0] == machine().split(", load ")[0]
    before = log.read_bytes()
    assert bench(sums, "--log", log).stdout == ran.stdout
    assert log.read_bytes() == before


def test_a_torn_line_is_told_and_asked_again(measured, sums, tmp_path):
    log = tmp_path / "run.jsonl"
    log.write_bytes(measured[1].read_bytes()[:-20])
    ran = bench(sums, "--log", log)
    assert f"{log}, line 3: It was cut in the middle, as when a run is killed." in ran.stderr
    assert "What is missing is asked now: 1 of 3 requests." in ran.stderr
    assert (ran.exit_code, len(trials(log))) == (0, 3)
    again = bench(sums, "--log", log)
    assert "Nothing is missing for that: all that the plan asks stands in other" in again.stderr


def test_ctrl_c_stops_it_and_the_same_command_goes_on(sums, tmp_path):
    command = [sys.executable, "-P", "-m", "sizewise", "bench", str(sums), "--samples", "30"]
    log = tmp_path / "sums-here-30-1.jsonl"
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    with heeding_ctrl_c():
        going = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
        )
    with going:
        until = time.monotonic() + PATIENCE
        while not (log.exists() and log.stat().st_size) and time.monotonic() < until:
            time.sleep(0.05)
        going.send_signal(signal.SIGINT)
        told = going.communicate(timeout=PATIENCE)[1]
    assert going.returncode == 130, told
    assert told.splitlines()[-1] == "Stopped. The same command goes on with sums-here-30-1.jsonl."
    assert 1 <= len(trials(log)) < 31


@contextmanager
def heeding_ctrl_c():
    """What starts here heeds it, as at a terminal: in the background of a shell it would not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_stop_keeps_what_stands_in_the_log(tmp_path):
    class Interrupting(Parrot):
        def send(self, request):
            if len(self.asked) == 4:
                raise KeyboardInterrupt
            return super().send(request)

    log = tmp_path / "run.jsonl"
    with pytest.raises(KeyboardInterrupt):
        followed(run(log, small=Interrupting("small-135m")))
    assert 4 <= len(trials(log)) < 20
    followed(run(log))
    assert len(trials(log)) == 20


@pytest.mark.parametrize(
    ("step", "there", "said"),
    [
        ("_plan", False, "Stopped before anything was asked. The same command starts it again."),
        ("_run", False, "Stopped before anything was asked. The same command starts it again."),
        ("_run", True, "Stopped. The same command goes on with {log}."),
        ("followed", True, "Stopped. The same command goes on with {log}."),
        ("reported", True, "Stopped. The same command goes on with {log}."),
    ],
)
def test_ctrl_c_at_any_step_says_what_is_kept(measured, tmp_path, monkeypatch, step, there, said):
    def interrupted(*_):
        raise KeyboardInterrupt

    log = tmp_path / "run.jsonl"
    if there:
        log.write_bytes(measured[1].read_bytes())
    monkeypatch.setattr(f"sizewise.cli.bench.{step}", interrupted)
    with heeding_ctrl_c():
        ran = bench(measured[1].with_name("sums.yaml"), "--log", log)
    assert (ran.exit_code, ran.stderr.splitlines()[-1]) == (130, said.format(log=log))
    assert log.exists() == there


TEXT_AT_WORK = """\
from threading import Event
from sizewise.__main__ import main
from sizewise.cli import bench

def begun(*_):
    exec("print('asking', flush=True); Event().wait()")

bench._plan = begun
main(["bench", "sums-here"])
"""
TURNED = """\
from threading import Event
from sizewise.__main__ import main
from sizewise.cli import bench

def turning(*_):
    try:
        print("asking", flush=True)
        Event().wait()
    except KeyboardInterrupt:
        raise ValueError("Error building a schema") from None

bench._plan = turning
main(["bench", "sums-here"])
"""
STUCK = """\
from threading import Event
from sizewise.__main__ import main
from sizewise.cli import bench

def stuck(*_):
    try:
        print("asking", flush=True)
        Event().wait()
    except KeyboardInterrupt:
        print("ending", flush=True)
        Event().wait()

bench._plan = stuck
main(["bench", "sums-here"])
"""


def test_ctrl_c_that_a_library_turned_into_its_own_error_stops_too(tmp_path):
    """As pydantic does, while it reads our types."""
    assert _stopped(TURNED, ["asking"], tmp_path) == (130, NOTHING_ASKED)


def test_ctrl_c_in_code_that_was_made_from_a_text_is_no_death_by_the_signal(tmp_path):
    """As dataclasses make theirs, while the command is imported."""
    returned, told = _stopped(TEXT_AT_WORK, ["asking"], tmp_path)
    assert (returned, told) == (130, NOTHING_ASKED)


def test_a_second_ctrl_c_does_not_wait_for_what_is_under_way(tmp_path):
    returned, told = _stopped(STUCK, ["asking", "ending"], tmp_path)
    assert (returned, told) == (130, NOTHING_ASKED)


def _stopped(program, words, folder):
    """How a program ends, and what it says, that gets Ctrl+C after each of these words."""
    (folder / "program.py").write_text(program, "utf-8")
    with heeding_ctrl_c():
        going = subprocess.Popen(
            [sys.executable, "-P", "-m", "program"],
            cwd=folder,
            env={"PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", "PATH": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    with going:
        for word in words:
            assert going.stdout.readline() == f"{word}\n"
            going.send_signal(signal.SIGINT)
        told = going.communicate(timeout=PATIENCE)[1]
    return going.returncode, told


def test_the_time_that_is_left_is_told(tmp_path, capsys):
    seconds = iter(range(100))
    followed(run(tmp_path / "run.jsonl"), lambda: next(seconds))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "2 of 20, about 9 seconds left"  # a second for two, 18 are left
    assert lines[-1] == "20 of 20"
    assert len(lines) == 10


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("arithmetic", "poems", "tasks: There is no task poems. There are: arithmetic, chat"),
        ("samples: 2", "samples: 0", "sums.yaml:6: samples: 0 is out of range"),
        ("samples: 2", "samples: 1000000000", "samples: 1000000000 is out of range"),
        ("gpt-4o-mini", "gpt-4o-mni", "there is no model gpt-4o-mni in the catalogue"),
        ("source: local", "source: endpoint", "small needs the address of its endpoint"),
        ("models:", "- models", "sums.yaml:3: "),
    ],
)
def test_a_plan_that_cannot_run_is_refused_in_a_sentence(sums, old, new, said):
    sums.write_text(SUMS.replace(old, new), "utf-8")
    ran = bench(sums)
    assert ran.exit_code == 2, ran.output
    assert said in ran.output
    assert len(ran.output.splitlines()) == 1


def test_another_model_than_the_one_here_is_refused(sums):
    sums.write_text(SUMS.replace("smollm2-135m-instruct", "llama-70b"), "utf-8")
    ran = bench(sums)
    assert ran.exit_code == 1
    assert "The model on this machine is smollm2-135m-instruct" in ran.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["large-one"],
            "no plan large-one. There are: rules-or-small-model, small-",
        ),
        (["nowhere.yaml"], "nowhere.yaml:1: whole file: does not exist"),
        (["small-on-this-machine", "--samples", "0"], "Invalid value for '--samples': '0' is no"),
        (["small-on-this-machine", "--samples", "10001"], "Invalid value for '--samples': '10001'"),
        (["small-on-this-machine", "--warm-ups", "-1"], "Invalid value for '--warm-ups': '-1' is"),
    ],
)
def test_what_was_mistyped_is_refused_in_a_sentence(words, said):
    ran = bench(*words)
    assert (ran.exit_code, said in ran.output) == (2, True), ran.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (written([trial()]), "holds another plan, or this one before it was changed. Move it"),
        (b"Dear diary", "is no log of a benchmark. Name another with --log."),
    ],
)
def test_a_file_of_something_else_is_left_alone(sums, tmp_path, text, said):
    log = tmp_path / "run.jsonl"
    log.write_bytes(text)
    ran = bench(sums, "--log", log)
    assert (ran.exit_code, said in ran.output) == (2, True), ran.output
    assert log.read_bytes() == text


def test_a_log_called_as_its_own_report_is_refused_with_what_the_command_can_do(sums, tmp_path):
    ran = bench(sums, "--log", tmp_path / "mine.csv")
    assert ran.exit_code == 2
    assert ran.output.endswith("own report. Name it mine.jsonl, in --log.\n")


def test_a_log_that_cannot_be_written_says_what_to_do(sums, tmp_path):
    ran = bench(sums, "--log", tmp_path / "nowhere" / "run.jsonl")
    assert ran.exit_code == 1
    assert "make room or choose another folder, and start again" in ran.output


def test_a_log_that_another_run_writes_is_left_alone(sums, tmp_path):
    log = tmp_path / "run.jsonl"
    with only_writer(log):
        ran = bench(sums, "--log", log)
    assert ran.exit_code == 1
    assert "The log run.jsonl is being written by another run (process " in ran.output
    assert not log.exists()
