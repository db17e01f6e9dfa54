"""On a shared server each browser is its own learner, by a cookie that no script can read."""

import pytest

from tests.browser.screen import visit
from tests.browser.server import Server

NAME = "sizewise_learner"


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory):
    own = Server(tmp_path_factory.mktemp("shared"), SIZEWISE_SHARED="1").start()
    yield own
    own.kill()


def _cookies(page):
    return [cookie for cookie in page.context.cookies() if cookie["name"] == NAME]


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(shared_server, page):
    visit(page, shared_server.url)
    [cookie] = _cookies(page)
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert NAME not in page.evaluate("document.cookie")


def test_the_cookie_holds_a_random_number_of_at_least_128_bits(shared_server, open_page):
    tokens = set()
    for _ in range(2):
        page = visit(open_page(), shared_server.url)
        tokens |= {cookie["value"] for cookie in _cookies(page)}
    assert len(tokens) == 2
    assert min(len(token) for token in tokens) * 6 >= 128  # base64: 6 bits a character


def test_the_cookie_stays_the_same_when_the_page_is_loaded_anew(shared_server, page):
    visit(page, shared_server.url)
    before = _cookies(page)[0]["value"]
    visit(page, f"{shared_server.url}/you")
    assert _cookies(page)[0]["value"] == before


def test_ones_own_machine_needs_no_cookie(server, page):
    visit(page, server.url)
    assert _cookies(page) == []
