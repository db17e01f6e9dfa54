"""Fixtures for tests in a real browser: the server, the browser, its pages."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chrome import ARGUMENTS, find
from tests.browser.server import ROOT, Server

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

LOOKS = [
    pytest.param(DESK, "light", id="desk-light"),
    pytest.param(PHONE, "dark", id="phone-dark"),
]
"""Both widths and both themes in two looks: widths move things, themes colour them."""

HOUSE = ("app.py", "pages", "sizewise", "content", "quizzes", "static", ".streamlit")
"""What the app consists of."""

OpenPage = Callable[..., Page]
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chrome or Chromium for all tests. Fails, and never skips, where there is none."""
    with sync_playwright() as driver:
        program = driver.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        yield program
        program.close()


@pytest.fixture
def fresh_server(tmp_path) -> Iterator[Server]:
    """A server that has just started, with an empty record."""
    own = Server(tmp_path).start()
    yield own
    own.kill()


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory) -> Iterator[Server]:
    """The server behind `server`: it starts once for all tests of a file."""
    kept = Server(tmp_path_factory.mktemp("kept")).start()
    yield kept
    kept.kill()


@pytest.fixture
def server(kept_server) -> Server:
    """A running server with an empty record; a test may kill it."""
    kept_server.forget()
    return kept_server if kept_server.process else kept_server.start()


@pytest.fixture
def copy(tmp_path):
    """The whole app in a folder where a test may break things."""
    for name in HOUSE:
        source, target = ROOT / name, tmp_path / "house" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    return tmp_path / "house"


@pytest.fixture(scope="module")
def calm_server(tmp_path_factory) -> Iterator[Server]:
    """One server for all tests of a file that change nothing in the record.

    At its end it has met no error and asked for no other machine.
    """
    shared = Server(tmp_path_factory.mktemp("calm")).start()
    yield shared
    shared.kill()
    assert shared.calls_out == []
    assert "Traceback" not in shared.log


@pytest.fixture(scope="module")
def looks(browser) -> Iterator[dict[tuple[int, str], BrowserContext]]:
    """Browsers for the tests of a file, one a look: what one has loaded, the next need not load."""
    kept: dict[tuple[int, str], BrowserContext] = {}
    yield kept
    for context in kept.values():
        context.close()


@pytest.fixture
def open_page(browser, looks, request) -> Iterator[OpenPage]:
    """Opens an empty page: `open_page(PHONE, "dark")`. A second one is in a browser of its own.

    At the end of the test no page may have met an error, asked for another machine, or done what
    the Content-Security-Policy forbids.
    """
    own, pages, complaints = [], [], []

    def context_of(viewport, scheme, **more) -> BrowserContext:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **more
        )
        context.set_default_timeout(20_000)
        return context

    def make(viewport=DESK, scheme="light", **more) -> Page:
        # Two pages of one test are two browsers, and so are those of a server with many learners.
        if not pages and not more and "shared_server" not in request.fixturenames:
            look = (viewport["width"], scheme)
            context = looks.get(look) or looks.setdefault(look, context_of(viewport, scheme))
        else:
            context = context_of(viewport, scheme, **more)
            own.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.extend(_forbidden(message.text)))
        page.on("request", lambda request: complaints.extend(_outside(request.url)))
        pages.append(page)
        return page

    yield make
    for each in (*pages, *own):
        each.close()
    assert complaints == []


def _forbidden(said: str) -> list[str]:
    return [said] if "Content Security Policy" in said else []


def _outside(url: str) -> list[str]:
    own = url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
    return [] if own else [f"asked for {url}"]


@pytest.fixture
def page(open_page) -> Page:
    """A page of desk size, light."""
    return open_page()
