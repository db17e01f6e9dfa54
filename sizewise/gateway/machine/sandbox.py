"""Running a program that a model wrote: in a child of its own, with next to nothing allowed.

The child (`sandboxed.py`) gives up what it can before it runs a line: the system's own limits hold
for time, memory, files and processes, and an audit hook refuses what is left. docs/benchmark.md
says what this does not protect against.
"""

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sizewise.benchmark.program import ProgramOutcome

_PROGRAM = Path(__file__).with_name("sandboxed.py")
ALLOWED = "SIZEWISE_RUN_CODE"
"""1 lets a server for many run what models write."""
CLOCK = 4
"""Seconds of the clock for each of the processor: on a busy machine a child waits for its turn."""


@dataclass(frozen=True)
class SandboxLimits:
    """What a program may use."""

    seconds: int = 2
    """Seconds of processor time."""
    megabytes: int = 256
    """Memory."""
    output_bytes: int = 65_536
    """What it may print."""


LIMITS = SandboxLimits()


def why_no_sandbox(shared: bool) -> str:
    """Why programs are not run here, with the way out; empty when they are."""
    if os.name != "posix":
        return "Programs that models write are run on Linux and macOS only."
    if shared and os.environ.get(ALLOWED) != "1":
        return (
            "This server is for many, so it does not run programs that models write. Whoever runs "
            f"it allows it with {ALLOWED}=1."
        )
    return ""


def run_program(
    program: str, tests: Sequence[str], limits: SandboxLimits = LIMITS
) -> ProgramOutcome:
    """Run a program and then its tests. Whatever it does, an outcome comes of it, in time.

    Its printed output is thrown away, and so is the empty folder in which it ran.
    """
    word = secrets.token_hex(16)
    order = {"program": program, "tests": list(tests), "word": word, **asdict(limits)}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as told:
        Path(folder).chmod(0o755)  # its child may be nobody
        ended = _ran(json.dumps(order), folder, told.fileno(), limits)
        told.seek(0)
        return _outcome(told.read(), word, ended)


def _ran(order: str, folder: str, told: int, limits: SandboxLimits) -> int | None:
    """The child's code; none when it took too long. Its whole group ends with it."""
    child = subprocess.Popen(  # noqa: S603  # our own file; what it runs is the point
        [sys.executable, "-I", "-S", "-B", "-X", "utf8", str(_PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=told,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={},
        start_new_session=True,
    )
    try:
        child.communicate(order.encode(), timeout=limits.seconds * CLOCK)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return child.returncode


def _outcome(told: bytes, word: str, ended: int | None) -> ProgramOutcome:
    """What the child's last line says, if it is the child's own: only it knows the word."""
    last = told.rsplit(b"\n", 1)[-1]
    if last.startswith(word.encode()):
        found = json.loads(last[len(word) :])
        return ProgramOutcome(tuple(found["passed"]), found["why"])
    return ProgramOutcome((), _death(ended))


def _death(ended: int | None) -> str:
    if ended is None or ended in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "it took too long"
    return "it ended before its tests"
