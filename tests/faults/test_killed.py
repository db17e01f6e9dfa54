"""A server is killed while learners answer: what their screens confirmed is in the record."""

import time
from random import Random

import pytest

from tests.browser.server import Server
from tests.record.builders import url_of
from tests.record.plugin import BOTH


@pytest.fixture(params=BOTH)
def new_server(request, tmp_path):
    """Makes servers with one empty record in either kind of database; none is started yet."""
    made, settings = [], {"SIZEWISE_SHARED": "1"}
    if request.param == "sqlite":
        settings["SIZEWISE_DATABASE_URL"] = url_of(tmp_path)
    else:
        settings["SIZEWISE_DATABASE_URL"] = request.getfixturevalue("postgres_url")

    def make():
        folder = tmp_path / f"server-{len(made)}"
        folder.mkdir()
        made.append(Server(folder, **settings))
        return made[-1]

    yield make
    for each in made:
        each.kill()


def test_a_server_killed_at_random_moments(new_server, learners, rounds):
    server, chance = new_server().start(), Random(rounds)
    with learners(server) as crowd:
        for _ in range(rounds):
            at_a_random_moment(crowd, chance)
            server.restart()
            crowd.goes_on()


def test_one_of_two_servers_with_the_same_record_killed(new_server, learners):
    one, other, chance = new_server().start(), new_server().start(), Random(0)
    with learners(one, other) as crowd:
        for server in (one, other):
            crowd.goes_on()
            at_a_random_moment(crowd, chance)
            server.restart()
        crowd.goes_on()


def at_a_random_moment(crowd, chance):
    """Somebody has just pressed a button: an answer takes the server about 20 ms."""
    time.sleep(chance.uniform(0, 1))
    crowd.presses()
    time.sleep(chance.uniform(0, 0.05))
