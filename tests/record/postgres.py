"""A PostgreSQL for the tests; `python -m tests.record.postgres` says which, or what to type."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

PLACES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/pgsql-*/bin")
MISSING = (
    "The tests of the record need PostgreSQL. Install it, on Debian and Ubuntu with:\n"
    "  sudo apt install postgresql\n"
    "or name an installed one: SIZEWISE_POSTGRES=/path/to/its/bin make test"
)
PATIENCE = 60.0
"""Seconds to wait for it on a busy machine."""
UNPRIVILEGED = ("postgres", "nobody")
"""Who it runs as when the tests run as root, which it refuses to."""


class NoPostgres(Exception):
    """No PostgreSQL was found; the message says what to type."""


def find() -> Path:
    """The folder of its programs. Raises NoPostgres."""
    named = os.environ.get("SIZEWISE_POSTGRES")
    installed = [path for place in PLACES for path in Path("/").glob(place[1:])]
    on_path = Path(shutil.which("initdb") or "nowhere/initdb").parent
    newest_first = sorted(installed, key=_version, reverse=True)
    for folder in [Path(named)] if named else [*newest_first, on_path]:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise NoPostgres(MISSING)


def _version(folder: Path) -> int:
    return int(re.sub(r"\D", "", str(folder)) or 0)


class Postgres:
    """A cluster in a new folder, with its socket there: nothing listens on the network."""

    def __init__(self) -> None:
        self.programs = find()
        self.folder = Path(tempfile.mkdtemp(prefix="sizewise-postgres-"))
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        self._as = _unprivileged() if root else {}
        if self._as:
            os.chown(self.folder, self._as["user"], self._as["group"])
        self._process: subprocess.Popen[bytes] | None = None
        self._frozen: list[int] = []
        self._databases = 0
        self._make()

    def _make(self) -> None:
        options = ["--auth=trust", "--username=sizewise", "--encoding=UTF8", "--locale=C"]
        self._run("initdb", "--no-sync", *options, "-D", self.folder / "data").check_returncode()

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [self.programs / program, *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, **self._as)

    def start(self) -> "Postgres":
        """Start it and wait until it takes connections."""
        quick = ["-F", "-c", "full_page_writes=off", "-h", "", "-k", self.folder]
        command = [self.programs / "postgres", "-D", self.folder / "data", *quick]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self.folder, stdout=log, stderr=log, **self._as
            )
        last_moment = time.monotonic() + PATIENCE
        while self._run("pg_isready", "-h", self.folder).returncode:
            if self._process.poll() is not None or time.monotonic() > last_moment:
                log = (self.folder / "log").read_text("utf-8", "replace")
                raise RuntimeError(f"PostgreSQL did not start:\n{log}")
            time.sleep(0.02)
        return self

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT sends everybody away, SIGQUIT is as sudden as a power cut."""
        assert self._process is not None, "it is not running"
        self.go_on()
        self._process.send_signal(how)
        self._process.wait(PATIENCE)
        self._process = None

    def freeze(self) -> None:
        """Stop it in the middle of whatever it does: connections stay open, nobody answers."""
        assert self._process is not None, "it is not running"
        with self.speak("postgres") as connection:
            busy = connection.execute("SELECT pid FROM pg_stat_activity").fetchall()
        self._frozen = [self._process.pid, *(pid for (pid,) in busy)]
        for pid in self._frozen:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on after `freeze`."""
        for pid in self._frozen:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
        self._frozen = []

    def remove(self) -> None:
        """End it and remove all it has written."""
        if self._process is not None:
            self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def speak(self, name: str) -> psycopg.Connection[Any]:
        """A connection to a database; each statement is a transaction of its own."""
        return psycopg.connect(host=str(self.folder), user="sizewise", dbname=name, autocommit=True)

    def new_database(self) -> str:
        """The address of an empty database."""
        self._databases += 1
        name = f"record_{self._databases}"
        with self.speak("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql+psycopg://sizewise@/{name}?host={self.folder}"


def _unprivileged() -> dict[str, Any]:
    import pwd  # not on Windows, where nobody is root

    names = {each.pw_name: each for each in pwd.getpwall()}
    someone = next(names[name] for name in UNPRIVILEGED if name in names)
    return {"user": someone.pw_uid, "group": someone.pw_gid, "extra_groups": []}


if __name__ == "__main__":
    try:
        print(find())
    except NoPostgres as problem:
        sys.exit(str(problem))
