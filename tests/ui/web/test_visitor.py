"""What the server makes of a visitor, and what it tells nobody but the machine's owner."""

import pytest

from sizewise.ui.web.visitor import ClosedDoors, Reception, Visitor, told
from tests.ui.web.asgi import TOKEN, Page, answer, request, stranger


def passed_on(scope):
    """The request as the app behind our doors gets it."""
    page = Page()
    answer(scope, Reception, app=page)
    return page.scope


def screen_sees(scope):
    """The visitor as a script reads the verdict from the headers."""
    headers = {key.decode(): value.decode("latin-1") for key, value in passed_on(scope)["headers"]}
    return told(headers)


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_the_screen_learns_what_the_server_has_judged(kind):
    scope = stranger(kind=kind, cookie=f"x@y=1; sizewise_learner={TOKEN}")
    seen = screen_sees(scope)
    assert (seen.known, seen.here, seen.shared) == (True, False, True)
    assert (seen.token, seen.address) == (TOKEN, "203.0.113.9")
    seen = screen_sees(request(kind))
    assert (seen.known, seen.here, seen.shared, seen.token) == (True, True, False, None)


@pytest.mark.parametrize("name", ["x-sizewise-here", "X-Sizewise-Here", "X-SIZEWISE-HERE"])
def test_nobody_writes_a_verdict_for_themselves(name):
    token = {"X-Sizewise-Token": TOKEN, "X-Sizewise-Address": "127.0.0.1"}
    seen = screen_sees(stranger(kind="websocket", **{name: "1"}, **token))
    assert (seen.here, seen.token, seen.address) == (False, None, "203.0.113.9")


def test_without_a_verdict_nothing_is_believed():
    assert told({}) == Visitor()
    assert Visitor().shared
    assert not Visitor().alone


@pytest.mark.parametrize(
    ("here", "setting", "shared"),
    [(True, "", False), (False, "", True), (True, "1", True), (False, "0", False)],
)
def test_the_setting_decides_who_shares_the_server(here, setting, shared, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", setting)
    assert Visitor(here=here).shared is shared


def test_a_stranger_is_never_alone_not_even_on_a_server_of_one_learner(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "0")
    assert Visitor(here=True).alone
    assert not Visitor(here=False).alone


INNER = ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/script-health-check", "/_stcore/",
         "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/_stcore/agent/interact",
         "/base/_stcore/metrics", "/_stcore/health/../metrics", "/_stcore/upload_file/",
         "/_stcore//metrics", "/_stcore/anything-new"]  # fmt: skip
OUTER = ["/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/session/file",
         "/_stcore/bidi-components/a/b.js", "/", "/quiz", "/media/a.png", "/static/js/a.js",
         "/base/_stcore/health"]  # fmt: skip


def status(scope):
    return answer(scope, Reception, ClosedDoors)[0]


@pytest.mark.parametrize("path", INNER)
def test_streamlits_own_works_are_for_nobody_else(path, monkeypatch):
    monkeypatch.delenv("SIZEWISE_SHARED")
    assert status(stranger(path=path)) == 404
    assert status(request(path=path, x_forwarded_for="203.0.113.9")) == 404
    assert status(request(path=path)) == 200
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    assert status(request(path=path)) == 404


@pytest.mark.parametrize("path", OUTER)
def test_what_a_page_needs_stays_open(path):
    assert status(stranger(path=path)) == 200
