"""One log, one writer: in this program, in another, and after one that was killed."""

import os
import signal
import subprocess
import sys
import time

import pytest

from sizewise import ROOT
from sizewise.gateway.one_writer import LogInUse, only_writer
from tests.gateway.test_running import run

HOLD = """
import sys, time
from pathlib import Path
from sizewise.gateway.one_writer import only_writer
with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def log(tmp_path):
    return tmp_path / "run.jsonl"


def test_a_second_writer_is_told_who_writes_and_the_way_out(log):
    with only_writer(log), pytest.raises(LogInUse) as refused, only_writer(log):
        pass
    assert f"another run (process {os.getpid()}). Stop that one or wait" in str(refused.value)


def test_whoever_comes_after_finds_no_lock(log):
    for _ in range(2):
        with only_writer(log):
            assert log.with_name("run.jsonl.lock").exists()
    assert list(log.parent.iterdir()) == []


def test_two_runs_never_write_one_log_at_a_time(log):
    going = run(log).go()
    next(going)
    with pytest.raises(LogInUse):
        next(run(log).go())
    going.close()
    assert [each.done for each in run(log).go()] == list(range(2, 21))


def test_a_killed_writer_leaves_the_log_free(log):
    command = [sys.executable, "-P", "-c", HOLD, str(log)]
    with subprocess.Popen(
        command, env={"PYTHONPATH": str(ROOT), "PATH": ""}, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LogInUse, match=f"process {other.pid}"), only_writer(log):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
    time.sleep(0.05)
    with only_writer(log):
        pass
