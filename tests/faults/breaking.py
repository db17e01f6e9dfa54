"""Ways to break things that need no rights of root, each mended at the end of its block."""

import os
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

from tests.browser.server import Server
from tests.faults.crowd import Crowd

CLOCK = """
from datetime import timedelta
from pathlib import Path
from sizewise.ui import house
true_now, wrong = house.now, Path({wrong!r})
house.now = lambda: true_now() - timedelta(days=3 if wrong.exists() else 0)
"""
"""Before app.py: the clock is wrong as long as a file is there."""


def killed_at_random_moments(server: Server, crowd: Crowd, rounds: int) -> None:
    """The server dies, as in a power cut, and starts again, so often."""
    chance = Random(rounds)
    for _ in range(rounds):
        crowd.goes_on()
        wait_for_a_random_moment(crowd, chance)
        server.restart()
    crowd.goes_on()


def wait_for_a_random_moment(crowd: Crowd, chance: Random) -> None:
    """Somebody has just pressed a button: an answer takes the server about 20 ms."""
    time.sleep(chance.uniform(0, 1))
    crowd.presses()
    time.sleep(chance.uniform(0, 0.05))


def opened(server: Server) -> sqlite3.Connection:
    """Another program at the server's record."""
    return sqlite3.connect(server.folder / "record.db", isolation_level=None)


@contextmanager
def held(server: Server) -> Iterator[None]:
    """Another program holds the record."""
    with closing(opened(server)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def moved_away(server: Server) -> Iterator[None]:
    """The record with all that lies beside it is somewhere else."""
    away = server.folder / "away"
    away.mkdir()
    for path in server.folder.glob("record.db*"):
        path.rename(away / path.name)
    yield
    for path in away.iterdir():
        path.rename(server.folder / path.name)
    away.rmdir()


def restore_a_backup(server: Server) -> None:
    """A copy of the record takes its place, as somebody would do it with the server running."""
    backup = server.folder / "backup.db"
    with closing(opened(server)) as record, closing(sqlite3.connect(backup)) as copy:
        record.backup(copy)
    for leftover in server.folder.glob("record.db-*"):
        leftover.unlink()
    backup.replace(server.folder / "record.db")


@contextmanager
def no_file_may_grow(server: Server) -> Iterator[None]:
    """The server can write no further than its files reach now."""
    now = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    longest = max(path.stat().st_size for path in server.folder.glob("record.db*"))
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (longest, now[1]))
    yield
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, now)


class SmallDisk:
    """A disk of a few megabytes that only its server sees; `server` is not started yet."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self.place.mkdir()
        mount = f"mount -t tmpfs -o size=8m none {self.place}"
        self.server = Server(
            folder,
            through=(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                f'{mount} && exec "$@"',
                "sh",
            ),
            SIZEWISE_DATABASE_URL=f"sqlite:///{self.place / 'record.db'}",
            SIZEWISE_SHARED="1",
        )

    @staticmethod
    def allowed() -> bool:
        """Whether this machine lets anybody mount a disk of their own; many containers do not."""
        try:
            mounted = (
                "unshare",
                "--map-root-user",
                "--mount",
                "mount",
                "-t",
                "tmpfs",
                "none",
                "/mnt",
            )
            return subprocess.run(mounted, capture_output=True).returncode == 0
        except FileNotFoundError:
            return False

    @property
    def inside(self) -> Path:
        """The disk as its server sees it."""
        return Path(f"/proc/{self.server.pid}/root{self.place}")

    def copied(self) -> str:
        """The address of a copy of the record, since SQLite does not open it through /proc."""
        copy = Path(shutil.copytree(self.inside, self.place.with_name("copy")))
        return f"sqlite:///{copy / 'record.db'}"

    @contextmanager
    def full(self) -> Iterator[None]:
        """Something else takes all the room that is left."""
        filler = self.inside / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        yield
        filler.unlink()


def permit(server: Server, file: int, folder: int) -> None:
    """Set who may do what with the record and its folder, such as 0o444 and 0o555: only read."""
    (server.folder / "record.db").chmod(file)
    server.folder.chmod(folder)


def bound_by_permissions(folder: Path, *, app: Path, **settings: str) -> Server:
    """A server for which read-only means read-only, although it may run as root."""
    without = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    return Server(folder, app=app, through=without if os.geteuid() == 0 else (), **settings)


def with_a_clock_to_set(house: Path) -> Path:
    """The app.py of a copy of the app, whose clock `clock_set_back` sets."""
    app = house / "app.py"
    clock = CLOCK.format(wrong=str(_wrong(app)))
    app.write_text(clock + app.read_text("utf-8"), "utf-8")
    return app


@contextmanager
def clock_set_back(server: Server) -> Iterator[None]:
    """The server's clock is three days behind."""
    _wrong(server.app).touch()
    yield
    _wrong(server.app).unlink()


def _wrong(app: Path) -> Path:
    return app.with_name("clock-is-wrong")
