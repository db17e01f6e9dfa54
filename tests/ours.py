"""The content that comes along, read once for all tests of a process: reading takes a second."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from sizewise import ROOT
from sizewise.library import Library, library, opened
from sizewise.library.kind import AnyKind
from sizewise.library.kinds import KINDS
from sizewise.library.opened import Opened

_open_really = library.open_library


def ours(day: date | None = None) -> Library:
    """All of it as of a day, the current one in UTC when none is named. Nobody may change it."""
    return _opened(day or datetime.now(UTC).date())


@cache
def _opened(day: date) -> Library:
    return _open_really(ROOT, day)


@wraps(_open_really)  # still behind the library's door
def _open_once(
    root: Path, today: date | None = None, kinds: tuple[AnyKind, ...] = KINDS
) -> Library:
    """What comes along is checked against itself once, also for a command and for a page."""
    return ours(today) if (root, kinds) == (ROOT, KINDS) else _open_really(root, today, kinds)


@lru_cache(maxsize=200)
def _read(text: str, name: str, shape: type[BaseModel]) -> Opened[Any]:
    return _read_really(text, name, shape)


def _read_once(text: str, name: str, shape: type[BaseModel]) -> Opened[Any]:
    """A file that says the same is not read again, also for whoever opens a copy of the content.

    What is found later stands on a page of its own.
    """
    first = _read(text, name, shape)
    return replace(first, page=deepcopy(first.page))


def forget_files() -> None:
    """Read every file once more, for a test of how long that takes."""
    _read.cache_clear()
    _opened.cache_clear()


_read_really = opened.read_yaml
opened.read_yaml = _read_once
library.open_library = _open_once
