"""Programs of models run with next to nothing allowed, and an outcome comes of each."""

from pathlib import Path

import pytest

from sizewise import ROOT
from sizewise.gateway.machine.sandbox import ALLOWED, SandboxLimits, run_program, why_no_sandbox
from sizewise.library.kinds import TASK
from sizewise.library.shelf import open_kind

GOOD = "def double(n):\n    return 2 * n"
TESTS = ("assert double(2) == 4", "assert double(3) == 6")
BRIEF = SandboxLimits(seconds=1)


def why(program, **more):
    found = run_program(program, TESTS, **more)
    assert found.passed == ()
    return found.why


def test_a_program_that_is_right_passes_each_test():
    assert run_program(GOOD, TESTS) == ((True, True), "")


def test_a_program_that_is_wrong_tells_which_tests_fail():
    assert run_program("def double(n):\n    return 4", TESTS).passed == (True, False)


@pytest.mark.parametrize(
    ("program", "error"),
    [
        ("def double(n) return", "SyntaxError"),
        ("x = 1", "NameError"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_an_error_is_told_by_its_name(program, error):
    assert why(program) == error


def test_what_python_brings_along_may_be_used():
    wanted = "import math, re\nfrom collections import Counter\nfrom dataclasses import dataclass\n"
    assert run_program(wanted + GOOD, TESTS).passed == (True, True)


def test_a_program_without_end_is_ended():
    assert why("while True: pass", limits=BRIEF) == "it took too long"


def test_a_program_that_sleeps_is_ended():
    assert why("import time\ntime.sleep(60)", limits=BRIEF) == "it took too long"


def test_a_program_gets_no_more_memory():
    assert why("text = 'x' * 10 ** 9") == "MemoryError"


def test_a_program_that_prints_without_end_fills_nothing():
    flood = "for _ in range(100_000): print('x' * 10_000)"
    assert why(flood) in {"OSError", "it ended before its tests"}


def test_what_a_program_prints_is_no_verdict():
    assert run_program(f"print('{{}}')\n{GOOD}", TESTS).passed == (True, True)
    assert why('print("passed")\nraise SystemExit') == "SystemExit"


def test_a_program_that_ends_at_once_has_passed_nothing():
    assert why("import sys\nsys.modules['os']._exit(0)") == "it ended before its tests"


FORBIDDEN = {
    "reads a file": "open('/etc/hostname').read()",
    "writes a file": "open('note', 'w')",
    "takes a file away": "os.remove({victim!r})",
    "makes a folder": "os.mkdir('folder')",
    "starts a process": "os.fork()",
    "runs a command": "os.system('true')",
    "sends a signal": "os.kill(os.getppid(), 9)",
    "opens a connection": "import socket\nsocket.socket()",
    "lifts its limits": "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (99, 99))",
    "calls into C": "import ctypes",
}


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_it_cannot_do_harm(deed, tmp_path):
    victim = tmp_path / "kept"
    victim.touch()
    deed = FORBIDDEN[deed].format(victim=str(victim))
    assert why(f"import sys\nos = sys.modules['os']\n{deed}") == "PermissionError"
    assert victim.exists()


def test_even_without_the_hook_the_system_opens_nothing(tmp_path, monkeypatch):
    """The limits alone: the child's own file, with the hook taken out."""
    from sizewise.gateway.machine import sandbox

    bare = tmp_path / "bare.py"
    text = Path(sandbox._PROGRAM).read_text("utf-8").replace("sys.addaudithook(refuse)", "pass")
    bare.write_text(text, "utf-8")
    bare.chmod(0o644)
    monkeypatch.setattr(sandbox, "_PROGRAM", bare)
    assert why("open('/etc/hostname')") == "OSError"
    assert why("import sys\nsys.modules['os'].fork()") == "BlockingIOError"
    assert why("import sys\nsys.modules['os'].pipe()") == "OSError"


def test_a_server_for_many_runs_nothing_unless_its_operator_says_so(monkeypatch):
    monkeypatch.delenv(ALLOWED, raising=False)
    assert why_no_sandbox(shared=False) == ""
    assert f"{ALLOWED}=1" in why_no_sandbox(shared=True)
    monkeypatch.setenv(ALLOWED, "1")
    assert why_no_sandbox(shared=True) == ""


def test_the_folder_of_a_program_is_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run_program(GOOD, TESTS)
    assert list(tmp_path.iterdir()) == []


CODE = open_kind(ROOT, TASK)["code"].value


@pytest.mark.parametrize("sample", CODE.samples, ids=lambda each: each.ask[24:40])
def test_each_solution_passes_and_an_empty_reply_does_not(sample):
    assert CODE.grading.grade(sample.solution, sample.expected, run_program).right
    assert not CODE.grading.grade("", sample.expected, run_program).right
