"""The fence around the tests holds: what asks for another machine is stopped and noted."""

import os
import socket
import subprocess
import sys

import pytest
from playwright.sync_api import Error

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


def test_the_browser_is_offline(browser):
    with browser.new_context() as context, pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        context.new_page().goto("http://example.invalid/")
