"""The server's clock is set back while learners answer."""

import pytest

from tests.browser.server import Server

CLOCK = """
from datetime import timedelta
from pathlib import Path
from sizewise.ui import house
true_now, days = house.now, Path({days!r})
house.now = lambda: true_now() + timedelta(days=float(days.read_text()))
"""
"""Before app.py: the clock goes wrong by as many days as stand in a file."""


@pytest.fixture
def days(tmp_path):
    """By how many days the server's clock is wrong."""
    file = tmp_path / "days"
    file.write_text("0")
    return file


@pytest.fixture
def server(tmp_path, copy, days):
    app = copy / "app.py"
    app.write_text(CLOCK.format(days=str(days)) + app.read_text("utf-8"), "utf-8")
    own = Server(tmp_path, app=app, SIZEWISE_SHARED="1").start()
    yield own
    own.kill()


def test_a_clock_that_is_set_back_by_three_days(server, days, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        days.write_text("-3")
        crowd.joins()
        crowd.goes_on()
        crowd.goes_on()
