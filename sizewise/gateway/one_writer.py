"""One log, one writer: whoever runs a plan holds the log until it ends, however it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sizewise.ground.plain import Plain

_FAR = 1_000_000
"""The byte that Windows locks: it lets nobody read what is locked, and the number stands before."""


class LogInUse(Plain):
    """Somebody else writes the log: who, and the way out."""

    def __init__(self, log: Path, owner: str) -> None:
        super().__init__(
            f"The log {log.name} is being written by another run{_process(owner)}. "
            "Stop that one or wait until it has ended, then start again: it goes on where that was."
        )


def _process(owner: str) -> str:
    return f" (process {owner})" if owner.isdecimal() else ""


@contextmanager
def only_writer(log: Path) -> Iterator[None]:
    """Hold a log against other writers, in this program and in others.

    The lock is a file beside it that the system frees when its owner is killed. Raises LogInUse,
    and OSError where no file can be made.
    """
    lock = log.with_name(f"{log.name}.lock")
    file = _held(log, lock)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open: the next run takes it over
            lock.unlink()
        file.close()


def _held(log: Path, lock: Path) -> IO[str]:
    """The lock file, locked; one that its owner removed meanwhile is no lock, and made anew."""
    while True:
        file = lock.open("a+", encoding="ascii")
        try:
            _seize(file)
        except OSError:
            file.seek(0)
            owner = file.read().strip()
            file.close()
            raise LogInUse(log, owner) from None
        if _still_there(file, lock):
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            return file
        file.close()


def _still_there(file: IO[str], lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), lock.stat())
    except FileNotFoundError:
        return False


def _seize(file: IO[str]) -> None:
    """Lock the file, at once or not at all. Raises OSError."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
