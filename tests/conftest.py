"""What every test may count on: no network, a record of its own, and slow tests last.

Several processes share the files the other way round: with the slow ones first none of them is left
alone with one at the end. They are one more than the processors, for many tests only wait.
"""

import gc
import logging
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.offline import sitecustomize  # noqa: F401  # from here on sockets stay on this machine

TESTS = Path(__file__).parent
SLOW = ("ui", "faults", "browser", "journeys")
"""Folders that run after all others, in this order."""

gc.disable()  # until all files are read: what they hold stays, and is searched again and again

pytest_plugins = ["tests.browser.plugin", "tests.faults.plugin", "tests.record.plugin"]

settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("house")


def pytest_configure(config):
    """A content file is read once in a process that runs tests. One that shares them out reads
    none, and loads none of us."""
    if hasattr(config, "workerinput") or config.getoption("dist", "no") == "no":
        from tests import ours  # noqa: F401


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Each process reads every file. Each begins elsewhere: what one has compiled others find."""
    report = yield
    one = getattr(collector.config, "workerinput", None)
    if one and isinstance(collector, pytest.Directory):
        before = len(report.result) * int(one["workerid"][2:]) // one["workercount"]
        report.result = report.result[before:] + report.result[:before]
    return report


def pytest_collection_modifyitems(config, items):
    items.sort(key=lambda item: item.path)
    items.sort(key=_slowness, reverse=hasattr(config, "workerinput"))


def pytest_collection_finish():
    """Thousands of tests stay to the end: the collector need not walk through them each time."""
    gc.collect()
    gc.freeze()
    _listen_at_the_root()


def _listen_at_the_root():
    """Each of Streamlit's sixty loggers keeps to itself what it hears: pytest would go to each of
    them six times a test, which takes longer than most tests."""
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger) and logger.name.partition(".")[0] == "streamlit":
            logger.propagate = True


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """From here on waste is looked for: in the process that shares tests out, too."""
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_xdist_auto_num_workers():
    return (os.cpu_count() or 1) + 1


def _slowness(item):
    return SLOW.index(_room(item)) + 1 if _room(item) in SLOW else 0


def _room(item):
    return item.path.relative_to(TESTS).parts[0]


@pytest.fixture(scope="session")
def records(tmp_path_factory):
    """A folder for each test's record; none is made before a record is opened, and few are."""
    home = tmp_path_factory.mktemp("records")
    return (home / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_record(records, monkeypatch):
    """Each test has its own record; none touches that of the person who runs the tests."""
    file = next(records) / "record.db"
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.delenv("SIZEWISE_SHARED", raising=False)
    return file
