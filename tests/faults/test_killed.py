"""A server is killed while learners answer: what their screens confirmed is in the record."""

import time
from random import Random

import pytest

from tests.browser.server import Server


def servers(folder, url, count=1):
    """Servers for many learners with one record."""
    made = []
    for number in range(count):
        (folder / str(number)).mkdir()
        made.append(Server(folder / str(number), SIZEWISE_SHARED="1", SIZEWISE_DATABASE_URL=url))
    return made


@pytest.fixture
def server(tmp_path, url):
    [own] = servers(tmp_path, url)
    yield own.start()
    own.kill()


def test_a_server_killed_at_random_moments(server, learners, rounds):
    chance = Random(rounds)
    with learners(server) as crowd:
        for _ in range(rounds):
            crowd.goes_on()
            at_a_random_moment(crowd, chance)
            server.restart()
        crowd.goes_on()


@pytest.fixture
def two_servers(tmp_path, postgres_url):
    both = servers(tmp_path, postgres_url, count=2)
    yield [each.start() for each in both]
    for each in both:
        each.kill()


def test_one_of_two_servers_killed(two_servers, learners):
    with learners(*two_servers) as crowd:
        crowd.goes_on()
        at_a_random_moment(crowd, Random(0))
        two_servers[0].restart()
        crowd.goes_on()


def at_a_random_moment(crowd, chance):
    """Somebody has just pressed a button: an answer takes the server about 20 ms."""
    time.sleep(chance.uniform(0, 1))
    crowd.presses()
    time.sleep(chance.uniform(0, 0.05))
