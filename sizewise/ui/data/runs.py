"""The files of a learner's runs in the Benchmark lab, which lie beside the record."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

HOLDS: Mapping[str, str] = {
    ".plan": "what a run asks, of which models",
    ".jsonl": "what was sent, and what came back",
    ".ratings": "how you rated replies",
    ".key": "which model a blind rating hides",
    ".lock": "that a run is going on",
}
"""What a file holds, by the end of its name."""


class RunFile(NamedTuple):
    """A file of a learner's run."""

    path: Path
    size: int
    """In bytes."""
    day: date
    """When it was written last, in UTC."""

    @property
    def holds(self) -> str:
        """What is in it, in words."""
        return HOLDS.get(self.path.suffix, "")


def files(folder: Path) -> list[RunFile]:
    """All of a learner's `folder` by name; none without a run. A folder that cannot be read has
    none to show.
    """
    found = []
    with suppress(OSError):
        for path in sorted(filter(Path.is_file, folder.iterdir())):
            with suppress(FileNotFoundError):  # a run that has just ended takes its lock away
                told = path.stat()
                day = datetime.fromtimestamp(told.st_mtime, UTC).date()
                found.append(RunFile(path, told.st_size, day))
    return found


def zipped(folder: Path) -> bytes:
    """All of them as they are, in one ZIP file. A download is made outside of the page, where
    nobody knows who is learning: whoever draws the page says whose folder it is.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for each in files(folder):
            with suppress(FileNotFoundError):
                archive.writestr(each.path.name, each.path.read_bytes())
    return packed.getvalue()
