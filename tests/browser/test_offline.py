"""The fence around the tests holds: what asks for another machine is stopped and noted."""

import os
import socket
import subprocess
import sys

import pytest
from playwright.sync_api import Error

from tests.browser.plugin import watching
from tests.browser.server import OFFLINE

TRY = """
import socket, urllib.request
try:
    urllib.request.urlopen("http://example.invalid/", timeout=1)
except OSError:
    pass  # the program swallows the error, as many do
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError:
    pass
"""


def test_a_program_that_swallows_the_error_is_still_noted(tmp_path):
    book = tmp_path / "calls-out"
    environment = {**os.environ, "PYTHONPATH": str(OFFLINE), "SIZEWISE_CALLS_OUT": str(book)}
    subprocess.run([sys.executable, "-c", TRY], env=environment, check=True)
    assert book.read_text().split() == ["example.invalid", "192.0.2.1"]


def test_the_tests_themselves_are_offline():
    with pytest.raises(OSError, match="outside this machine"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


ASK = """async (addresses) => {
  new Image().src = addresses[0]
  await Promise.allSettled(addresses.map((each) => fetch(each, {mode: 'no-cors'})))
}"""


def test_the_browser_is_offline_and_what_it_asks_for_is_noted(browser):
    complaints: list[str] = []
    asked = ["http://example.invalid/", "http://192.0.2.1/", "http://[2001:db8::1]/"]
    with browser.new_context() as context:
        page = context.new_page()
        for event, note in watching(complaints).items():
            page.on(event, note)
        page.evaluate(ASK, asked)
        with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
            page.goto("https://example.invalid/")
    noted = {f"asked for {each}" for each in (*asked, "https://example.invalid/")}
    assert set(complaints) == noted
