"""A record in PostgreSQL, which freezes, falls and comes back, or the server before it is killed,
while learners answer.
"""

import signal
import time

import pytest

from tests.browser.server import Server
from tests.faults.breaking import killed_at_random_moments
from tests.record.plugin import SECRET


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory, postgres):
    settings = {"SIZEWISE_DATABASE_URL": postgres.new_database(), "SIZEWISE_SECRET": SECRET}
    kept = Server(tmp_path_factory.mktemp("kept"), SIZEWISE_SHARED="1", **settings).start()
    yield kept
    kept.kill()


def test_a_server_with_postgresql_killed_at_random_moments(server, learners, rounds):
    with learners(server) as crowd:
        killed_at_random_moments(server, crowd, max(1, rounds // 3))


def test_a_postgresql_that_freezes(server, postgres, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        postgres.freeze()
        try:
            crowd.hears("does not answer")
            crowd.joins()
            time.sleep(1)
        finally:
            postgres.go_on()
        crowd.goes_on()
    assert crowd.slowest < 20  # on a quiet machine a press gives up after three seconds


def test_a_postgresql_that_falls_and_starts_again(server, postgres, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        for _ in range(2):
            crowd.presses()
            postgres.stop(signal.SIGQUIT)
            postgres.start()
            crowd.goes_on()


def test_a_postgresql_that_is_away_for_a_while(server, postgres, learners, request):
    """Some seconds in the short run, and a minute in `make faults`."""
    away = min(60, request.config.getoption("--rounds"))
    with learners(server) as crowd:
        crowd.goes_on()
        postgres.stop()
        try:
            crowd.hears("does not answer")
            crowd.joins()
            time.sleep(away)
        finally:
            postgres.start()
        crowd.goes_on()
