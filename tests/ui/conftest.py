"""What tests of the screen share: a day, a record of their own, and that record's journal."""

import logging
import shutil
from datetime import UTC, date, datetime, time
from functools import cache
from unittest.mock import MagicMock

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import app_test, local_script_runner

from sizewise.record import open_journal
from sizewise.ui import house

TODAY = date(2026, 11, 29)
"""The day of every test that does not name another: none may depend on the calendar's."""

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""A page drawn in memory looks through every installed package for components, which takes five
times as long as the page itself. The answer is the same in the whole run."""

app_test.MagicMock = cache(MagicMock)
"""A page drawn in memory has a stand-in for the server, which takes a fifth of its time to make."""

local_script_runner.ScriptCache = cache(local_script_runner.ScriptCache)
"""What Python has compiled of the pages' scripts is kept, as a server keeps it."""


def _waits(runner, timeout):
    """A page drawn in memory would be looked after a thousand times a second, each of which takes
    its thread's turn: a sixth of its time."""
    runner._script_thread.join(timeout)
    if not runner.script_stopped():
        runner.request_stop()
        runner.join()
        raise RuntimeError(f"the page was not drawn in {timeout} s")


local_script_runner.require_widgets_deltas = _waits

for _told in ("caching.cache_data_api", "scriptrunner_utils.script_run_context"):
    # Both warn that there is no server: dozens of times a test, which nobody reads.
    logging.getLogger(f"streamlit.runtime.{_told}").disabled = True


@pytest.fixture
def on(monkeypatch):
    """Takes the screen to a day: `on(date(2027, 1, 15))`. Its clock goes on from noon."""

    def take_to(day):
        ahead = datetime.combine(day, time(12), UTC) - datetime.now(UTC)
        monkeypatch.setattr(house, "now", lambda: datetime.now(UTC) + ahead)

    return take_to


@pytest.fixture(autouse=True)
def today(on):
    """The day is known."""
    on(TODAY)


@pytest.fixture(autouse=True)
def forget_the_record(own_record, kept_file):
    """Each test has a record of its own; the content stays read, for it is the same for all."""
    own_record.parent.mkdir()
    shutil.copy(kept_file, own_record)
    house.journal.forget()
    st.cache_data.clear()
    yield
    house.journal.forget()
    st.cache_data.clear()
    shutil.rmtree(own_record.parent, ignore_errors=True)


@pytest.fixture(autouse=True)
def ones_own_machine(own_record, monkeypatch):
    """A page without a web server before it knows nobody: say whose machine it is drawn on."""
    monkeypatch.setenv("SIZEWISE_SHARED", "0")


@pytest.fixture
def other_content():
    """For a test with content of its own: nothing is kept of the real one, before and after."""
    forget_content()
    yield
    forget_content()


def forget_content():
    """Let nothing be kept that was made of content."""
    house._edition.forget()
    st.cache_resource.clear()


@pytest.fixture
def journal():
    """The test's own record, as another program would open it."""
    journal = open_journal()
    yield journal
    journal.close()
