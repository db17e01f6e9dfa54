"""Fixtures for tests in a real browser: the server, the browser, its pages."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chrome import ARGUMENTS, find
from tests.browser.server import Server

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

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
def server(tmp_path) -> Iterator[Server]:
    """A fresh server with an empty record."""
    own = Server(tmp_path).start()
    yield own
    own.kill()


@pytest.fixture(scope="module")
def calm_server(tmp_path_factory) -> Iterator[Server]:
    """One server for all tests of a file that change nothing in the record."""
    shared = Server(tmp_path_factory.mktemp("calm")).start()
    yield shared
    shared.kill()


@pytest.fixture
def open_page(browser) -> Iterator[OpenPage]:
    """Opens an empty page in a browser of its own: `open_page(PHONE, "dark")`.

    At the end of the test no page may have met an error or asked for another machine.
    """
    contexts, complaints = [], []

    def make(viewport=DESK, scheme="light", **more) -> Page:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **more
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", lambda request: complaints.extend(_outside(request.url)))
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


def _outside(url: str) -> list[str]:
    own = url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
    return [] if own else [f"asked for {url}"]


@pytest.fixture
def page(open_page) -> Page:
    """A page of desk size, light."""
    return open_page()
