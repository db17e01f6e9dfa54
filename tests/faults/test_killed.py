"""The server is killed while learners answer: what their screens confirmed is in the record."""

import time
from random import Random

import pytest

from tests.browser.server import Server
from tests.record.plugin import BOTH


@pytest.fixture(params=BOTH)
def server(request, tmp_path):
    settings = {"SIZEWISE_SHARED": "1"}
    if request.param == "postgresql":
        settings["SIZEWISE_DATABASE_URL"] = request.getfixturevalue("postgres_url")
    own = Server(tmp_path, **settings).start()
    yield own
    own.kill()


def test_a_server_killed_at_random_moments(server, learners, rounds):
    chance = Random(rounds)
    with learners(server) as crowd:
        for _ in range(rounds):
            time.sleep(chance.uniform(0, 1))
            crowd.presses()
            time.sleep(chance.uniform(0, 0.05))  # an answer takes the server about 20 ms
            server.restart()
            crowd.goes_on()
