"""The content that comes along, read once for all tests of a process: reading takes a second."""

from datetime import UTC, date, datetime
from functools import cache

from sizewise import ROOT
from sizewise.library import Library, open_library


def ours(day: date | None = None) -> Library:
    """All of it as of a day, the current one in UTC when none is named. Nobody may change it."""
    return _opened(day or datetime.now(UTC).date())


@cache
def _opened(day: date) -> Library:
    return open_library(ROOT, day)
