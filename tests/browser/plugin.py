"""Fixtures for tests in a real browser: the server, the browser, its pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.browser.chrome import ARGUMENTS, SOON_LEFT, find
from tests.browser.server import ROOT, Server

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 740}
"""A desk screen at 400 % zoom."""

Look = tuple[ViewportSize, Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = ((DESK, "light"), (PHONE, "dark"))
"""Both widths and both themes in two looks: widths move things, themes colour them."""

HOUSE = ("app.py", "pages", "sizewise", "content", "quizzes", "static", ".streamlit")
"""What the app consists of."""

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
LOAD_AXE = f"window.loadAxe = () => {{\n{AXE}\n}}"
"""A script of the page, and no argument of `evaluate`: Chromium keeps what is compiled of it for
the page that follows, which loads it for a quarter of the work.
"""

OpenPage = Callable[..., Page]
PATIENCE = 60_000
"""Milliseconds until a page that does not come fails a test: a busy machine is no fault."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chrome or Chromium for all tests. Fails, and never skips, where there is none."""
    with sync_playwright() as driver:
        asked = [*ARGUMENTS, *SOON_LEFT]
        program = driver.chromium.launch(executable_path=find(), args=asked)
        yield program
        program.close()


@pytest.fixture(scope="session")
def kept_server(tmp_path_factory) -> Iterator[Server]:
    """The server behind `server`: it starts once for all tests."""
    kept = Server(tmp_path_factory.mktemp("kept")).start()
    yield kept
    kept.kill()


@pytest.fixture
def server(kept_server) -> Server:
    """A running server with an empty record; a test may kill it."""
    kept_server.forget()
    return kept_server if kept_server.process else kept_server.start()


def copied(house: Path) -> Path:
    """The whole app in a folder where a test may break things."""
    for name in HOUSE:
        source, target = ROOT / name, house / name
        if source.is_dir():
            shutil.copytree(source, target)  # with what is compiled already: a copy keeps its time
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    return house


@pytest.fixture
def copy(tmp_path):
    """The app where this test alone breaks it."""
    return copied(tmp_path / "house")


@pytest.fixture(scope="module")
def calm(kept_server) -> Iterator[None]:
    """At the end of a file its server has met no error and asked for no other machine."""
    before = len(kept_server.log)
    yield
    assert kept_server.calls_out == []
    assert "Traceback" not in kept_server.log[before:]


@pytest.fixture
def calm_server(calm, server) -> Server:
    """The server of a file whose tests make it meet no error."""
    return server


@pytest.fixture(scope="session")
def kept_shared_server(tmp_path_factory) -> Iterator[Server]:
    """The server behind `shared_server`: it starts once for all tests."""
    kept = Server(tmp_path_factory.mktemp("shared"), SIZEWISE_SHARED="1").start()
    yield kept
    kept.kill()


@pytest.fixture
def shared_server(kept_shared_server) -> Server:
    """A running server for many learners, with an empty record."""
    kept_shared_server.forget()
    return kept_shared_server


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(LOAD_AXE)
    return context


@pytest.fixture(scope="session")
def kept_page(browser) -> Iterator[Page]:
    """The first page of each test. What it has loaded for one test, it need not load for the next:
    that halves the work.
    """
    context = _context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(browser, kept_page) -> Iterator[OpenPage]:
    """Opens an empty page: `open_page(PHONE, "dark")`. A second one is in a browser of its own, and
    so is one that is wanted `apart`. That costs a second of the processor: every script is compiled
    anew. Where the first page is done, `forget` makes it another browser's.

    At the end of the test no page may have met an error, asked for another machine, opened a
    dialog, or done what the Content-Security-Policy forbids.
    """
    pages, complaints = [], []
    watch = watching(complaints)

    def make(viewport=DESK, scheme="light", *, apart=False) -> Page:
        page = _context(browser).new_page() if apart or pages else kept_page
        _show(page, viewport, scheme)
        for event, note in watch.items():
            page.on(event, note)
        pages.append(page)
        return page

    forget(kept_page)
    yield make
    for each in pages:
        if each is kept_page:
            each.goto("about:blank")
            for event, note in watch.items():
                each.remove_listener(event, note)
        else:
            each.context.close()
    assert complaints == []


def watching(complaints: list[str]) -> dict[Any, Callable[..., object]]:
    """What a page is listened to for, and what is then noted.

    Not each request: to hear of those that are answered takes a tenth of a second a page, and from
    no other machine does an answer come.
    """
    return {
        "pageerror": lambda error: complaints.append(str(error)),
        "console": lambda message: complaints.extend(_forbidden(message.text)),
        "requestfailed": lambda request: complaints.extend(_outside(request.url)),
        "dialog": lambda dialog: (complaints.append(dialog.message), dialog.dismiss()),
    }


def _show(page: Page, viewport: ViewportSize, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size(viewport)
    page.emulate_media(media="null", color_scheme=scheme, forced_colors="none")


@pytest.fixture(scope="module")
def staying_page(calm, kept_server, kept_page) -> Iterator[Page]:
    """The page behind `calm_page`: empty for the first test of a file."""
    kept_server.forget()
    if not kept_server.process:
        kept_server.start()
    forget(kept_page)
    yield kept_page
    kept_page.goto("about:blank")


@pytest.fixture
def calm_page(staying_page) -> Iterator[Page]:
    """A page of desk size, light, where the test of this file before it left it, with the same
    learner: with `arrive` the next one only follows a link. For calm tests of `kept_server` which
    are not about loading, and do not mind what others of their file have typed.
    """
    complaints: list[str] = []
    watch = watching(complaints)
    _show(staying_page, DESK, "light")
    for event, note in watch.items():
        staying_page.on(event, note)
    yield staying_page
    for event, note in watch.items():
        staying_page.remove_listener(event, note)
    assert complaints == []


def forget(page: Page) -> None:
    """Make a page that was used as good as new: no cookie, nothing stored, no way back."""
    if page.url.startswith("http"):
        page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
    page.context.clear_cookies()
    devices = page.context.new_cdp_session(page)
    devices.send("Page.resetNavigationHistory")
    devices.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "local_storage"})
    devices.detach()


def _forbidden(said: str) -> list[str]:
    return [said] if "Content Security Policy" in said else []


def _outside(url: str) -> list[str]:
    own = url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
    return [] if own else [f"asked for {url}"]


@pytest.fixture
def page(open_page) -> Page:
    """A page of desk size, light."""
    return open_page()
