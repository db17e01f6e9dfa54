"""A real `streamlit run app.py` in its own process, that tests may kill and start again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

from tests.record.builders import empty

ROOT = Path(__file__).parents[2]
OFFLINE = ROOT / "tests" / "offline"
PATIENCE = 60.0
"""Seconds to wait for a server on a busy machine."""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Sizewise on a free port with its record in `folder`; `settings` are environment variables.

    `through` is a program that starts the command which follows it, such as `nice`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        app: Path = ROOT / "app.py",
        through: Sequence[str] = (),
        **settings: str,
    ) -> None:
        self.folder = folder
        self.app = app
        self.through = through
        self.settings = settings
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def database_url(self) -> str:
        """Where the record is."""
        own = f"sqlite:///{self.folder / 'record.db'}"
        return self.settings.get("SIZEWISE_DATABASE_URL", own)

    @property
    def pid(self) -> int:
        """The number of the running process."""
        assert self.process is not None, "the server is not running"
        return self.process.pid

    @property
    def calls_out(self) -> list[str]:
        """Every address outside this machine that the server asked for."""
        book = self.folder / "calls-out"
        return book.read_text().split() if book.exists() else []

    @property
    def log(self) -> str:
        """What the server wrote to its terminal."""
        return (self.folder / "server.log").read_text("utf-8", "replace")

    def start(self) -> "Server":
        """Start the process and wait until it takes requests."""
        self.spawn()
        self.wait_until_it_answers()
        return self

    def spawn(self) -> None:
        """Start the process."""
        command = [*self.through, sys.executable, "-m", "streamlit", "run", str(self.app)]
        command += ["--server.port", str(self.port), "--server.headless", "true"]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=self.app.parent, env=self._environment(), stdout=log, stderr=log
            )

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(OFFLINE),
            "SIZEWISE_CALLS_OUT": str(self.folder / "calls-out"),
            "SIZEWISE_DATABASE_URL": self.database_url,
            **self.settings,
        }

    def wait_until_it_answers(self) -> None:
        """Raises RuntimeError with the server's own words when it never does."""
        last_moment = time.monotonic() + PATIENCE
        while time.monotonic() < last_moment:
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError(f"the server stopped:\n{self.log}")
            if self._healthy():
                return
            time.sleep(0.02)
        raise RuntimeError(f"the server did not answer in {PATIENCE:.0f} s:\n{self.log}")

    def _healthy(self) -> bool:
        line = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/_stcore/health")
            return line.getresponse().status == 200
        except OSError:
            return False
        finally:
            line.close()

    def kill(self) -> None:
        """End the process as a power cut would: it gets no chance to save anything."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def forget(self) -> None:
        """Empty the record, so that the next visitor is somebody new."""
        empty(self.database_url)

    def restart(self) -> None:
        """Start again on the same port with the same record."""
        self.kill()
        self.start()
