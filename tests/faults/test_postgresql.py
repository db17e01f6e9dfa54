"""A record in PostgreSQL with two servers before it, also behind nginx as deploy/ sets them up:
PostgreSQL freezes, falls and comes back, or a server is killed, while learners answer.
"""

import signal
import time
from http.client import HTTPSConnection

import pytest

from sizewise.ui.web.cookie import new_token
from tests.browser.server import Server
from tests.faults.breaking import killed_at_random_moments
from tests.faults.nginx import Nginx
from tests.record.plugin import SECRET

LEARNERS = 8
"""Behind nginx in the short run; `make faults` takes fifty."""
READING = (1.0, 3.0)
"""Seconds that each looks at a screen: two processors can draw what fifty ask for then."""


@pytest.fixture(scope="module")
def kept_replicas(tmp_path_factory, postgres):
    settings = {"SIZEWISE_DATABASE_URL": postgres.new_database(), "SIZEWISE_SECRET": SECRET}
    both = []
    for number in range(2):
        folder = tmp_path_factory.mktemp(f"replica-{number}")
        both.append(Server(folder, SIZEWISE_SHARED="1", **settings))
    for each in both:
        each.spawn()  # together, as compose does: both find that the tables are to be made
    for each in both:
        each.wait_until_it_answers()
    yield both
    for each in both:
        each.kill()


@pytest.fixture
def replicas(kept_replicas):
    """Both, with an empty record."""
    kept_replicas[0].forget()
    return kept_replicas


@pytest.fixture
def server(replicas):
    """One of them."""
    return replicas[0]


def test_one_of_two_servers_killed_at_random_moments(replicas, learners, rounds):
    with learners(*replicas) as crowd:
        killed_at_random_moments(replicas[0], crowd, max(1, rounds // 3))


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


def test_a_postgresql_that_is_away_for_a_while(server, postgres, learners, rounds):
    """Some seconds in the short run, and a minute in `make faults`."""
    with learners(server) as crowd:
        crowd.goes_on()
        postgres.stop()
        try:
            crowd.hears("does not answer")
            crowd.joins()
            time.sleep(max(2, min(60, rounds)))
        finally:
            postgres.start()
        crowd.goes_on()


@pytest.fixture
def nginx(tmp_path, replicas, monkeypatch):
    (tmp_path / "nginx").mkdir()
    before = Nginx(tmp_path / "nginx", replicas)
    monkeypatch.setenv("SSL_CERT_FILE", str(before.certificate))
    yield before.start()
    before.stop()


def test_one_of_two_replicas_killed_in_the_middle_of_many_quizzes(
    replicas, nginx, learners, rounds
):
    assert_each_browser_stays_with_one(nginx)
    kills, many = max(1, rounds // 10), max(LEARNERS, min(50, rounds))
    with learners(*replicas, through=nginx.url, size=many, reading=READING) as crowd:
        crowd.goes_on()
        for kill in range(kills):
            crowd.presses()
            replicas[kill % 2].kill()
            crowd.goes_on()
            replicas[kill % 2].start()
        crowd.goes_on()


def assert_each_browser_stays_with_one(nginx):
    """With the cookie under either name, and others around it; and both servers have some."""
    tokens = [new_token() for _ in range(30)]
    line = HTTPSConnection("localhost", nginx.port)
    for token in tokens:
        for cookies in (
            f"sizewise_learner={token}",
            f"a=b; __Host-sizewise_learner={token}; c=d",
            f"sizewise_learner={new_token()}; __Host-sizewise_learner={token}; xsizewise_learner=y",
        ):
            line.request("GET", "/_stcore/health", headers={"Cookie": cookies})
            line.getresponse().read()
    line.close()
    theirs = [servers for browser, servers in nginx.passed_on().items() if browser in tokens]
    assert len(theirs) == len(tokens)
    assert {len(servers) for servers in theirs} == {1}
    assert len(set.union(*theirs)) == 2
