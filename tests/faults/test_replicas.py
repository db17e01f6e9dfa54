"""Two servers with one PostgreSQL, also behind nginx as deploy/ sets them up: one is killed."""

from http.client import HTTPSConnection
from random import Random

import pytest

from sizewise.ui.web.cookie import new_token
from tests.browser.server import Server
from tests.faults.breaking import wait_for_a_random_moment
from tests.faults.nginx import Nginx
from tests.record.plugin import SECRET

LEARNERS = 12
"""In the short run; `make faults` takes fifty."""
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


def test_one_of_two_servers_killed(replicas, learners):
    with learners(*replicas) as crowd:
        crowd.goes_on()
        wait_for_a_random_moment(crowd, Random(0))
        replicas[0].restart()
        crowd.goes_on()


@pytest.fixture
def nginx(tmp_path, replicas, monkeypatch):
    (tmp_path / "nginx").mkdir()
    before = Nginx(tmp_path / "nginx", replicas)
    monkeypatch.setenv("SSL_CERT_FILE", str(before.certificate))
    yield before.start()
    before.stop()


def test_one_of_two_replicas_killed_in_the_middle_of_many_quizzes(
    replicas, nginx, learners, request
):
    assert_each_browser_stays_with_one(nginx)
    rounds = request.config.getoption("--rounds")
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
