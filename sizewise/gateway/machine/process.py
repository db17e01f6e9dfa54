"""Our hold on the local model's server: started when first asked for, one for this process."""

import atexit
import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.failure import Failure
from sizewise.gateway.machine import weights
from sizewise.ground.written import number

_PROGRAM = Path(__file__).with_name("engine.py")
READY = 60.0
"""Seconds that the model has to load; on an idle machine it takes one."""
AGAIN = 60.0
"""Seconds after which a start that failed is tried again."""


def threads() -> int:
    """All cores but one: with every core at work, replies have stood still for half a minute."""
    return max(1, (os.cpu_count() or 1) - 1)


class NotThere(Exception):
    """The local model cannot answer here; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure


@dataclass(frozen=True)
class Serving:
    """A server that is ready."""

    address: str
    key: ApiKey
    engine: str
    """The engine and its version."""
    processor: str
    """What the engine uses of this processor."""


@dataclass(frozen=True)
class Setup:
    """What to serve, and how."""

    file: Path | None = field(default_factory=weights.path)
    sha256: str = weights.SHA256
    slots: int = 1
    """Replies that are written at the same time."""
    threads: int = field(default_factory=threads)
    cache_megabytes: int = 128
    """Memory for prompts that were read before; the engine would take eight gigabytes."""
    program: Path = _PROGRAM

    def missing(self) -> Failure | None:
        """What is not installed."""
        if self.file is None or find_spec("xllamacpp") is None:
            return Failure("no-local-model")
        return None


class Process:
    """The server and its life: begun when needed, begun anew after its death, closed at the end."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._serving: Serving | None = None
        self._why_not: Failure | None = None
        self._until = 0.0

    def serving(self) -> Serving:
        """The server, ready to answer. Raises NotThere."""
        with self._lock:
            if self._serving and self._child and self._child.poll() is None:
                return self._serving
            if self._refusing:
                raise NotThere(self._refusing)
            self._close()
            try:
                self._serving = self._start()
            except NotThere as reason:
                # It would mostly fail the same way each time, and keep everybody waiting.
                self._why_not, self._until = reason.failure, time.monotonic() + AGAIN
                raise
            return self._serving

    @property
    def why_not(self) -> Failure | None:
        """Why it cannot answer, as far as is known without starting it."""
        return self._refusing or self.setup.missing()

    @property
    def _refusing(self) -> Failure | None:
        return self._why_not if time.monotonic() < self._until else None

    @property
    def pid(self) -> int | None:
        """The number of the server's process."""
        return self._child.pid if self._child else None

    def close(self) -> None:
        """End the server, if there is one."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        child, self._child, self._serving = self._child, None, None
        if child is None:
            return
        atexit.unregister(self.close)
        child.kill()
        child.communicate()

    def _start(self) -> Serving:
        setup = self.setup
        missing = setup.missing()
        if missing or setup.file is None:
            raise NotThere(missing or Failure("no-local-model"))
        try:
            digest = weights.digest(setup.file)
        except OSError as error:
            raise NotThere(Failure("weights-damaged", f"{error.strerror}")) from None
        if digest != setup.sha256:
            raise NotThere(Failure("weights-damaged", setup.file.name))
        key = secrets.token_urlsafe(24)
        self._child = child = self._spawn(key)
        atexit.register(self.close)
        told = self._told(child)
        return Serving(told["address"], ApiKey(key), told["engine"], told["processor"])

    def _spawn(self, key: str) -> "subprocess.Popen[str]":
        child = subprocess.Popen(  # noqa: S603  # our own file
            [sys.executable, "-P", str(self.setup.program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        wanted = {
            "weights": str(self.setup.file),
            "model": weights.MODEL,
            "context": weights.CONTEXT * self.setup.slots,
            "slots": self.setup.slots,
            "threads": self.setup.threads,
            "cache_megabytes": self.setup.cache_megabytes,
            "key": key,
        }
        with contextlib.suppress(OSError):  # it is dead already; what it did not say tells why
            if child.stdin:
                child.stdin.write(json.dumps(wanted) + "\n")
                child.stdin.flush()
        return child

    def _told(self, child: "subprocess.Popen[str]") -> dict[str, Any]:
        """The one line that the server says. Raises NotThere when it says none in time."""
        late = threading.Timer(READY, child.kill)
        late.start()
        try:
            line = child.stdout.readline() if child.stdout else ""
        finally:
            late.cancel()  # or Ctrl+C would wait for it
        told: dict[str, Any] = json.loads(line) if line.strip() else {"error": _death(child)}
        if "error" in told:
            self._close()
            raise NotThere(Failure("no-local-start", told["error"]))
        return told


def _death(child: "subprocess.Popen[str]") -> str:
    code = child.wait()
    if code == -getattr(signal, "SIGILL", 4) or code == 0xC000001D:  # the same on Windows
        return "its processor lacks AVX2"
    return f"it took more than {number(READY)} seconds" if code == -9 else f"it ended with {code}"
