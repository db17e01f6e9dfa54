"""A preview lives as long as its command, its terminal and whoever started it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection

import pytest
from click.testing import CliRunner

from sizewise.__main__ import main
from tests.browser.server import ROOT, free_port

PATIENCE = 60.0


def answers(port):
    line = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/_stcore/health")
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


def wait_until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def preview(tmp_path):
    """A preview that was started by another program, as a shell does; its records lie in a folder
    of the test.
    """
    port = free_port()
    command = f"{sys.executable} -m sizewise preview --port {port} & echo $!; wait $!"
    own = {**os.environ, "TMPDIR": str(tmp_path)}
    starter = subprocess.Popen(
        ["sh", "-c", command], cwd=ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    server = int(starter.stdout.readline())
    wait_until(lambda: answers(port))
    yield port, server, starter
    for process in (server, starter.pid):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    starter.wait()
    starter.stdout.close()


def refused(*words):
    ran = CliRunner().invoke(main, ["preview", *words])
    assert ran.exit_code == 2
    return ran.output


def test_a_lesson_that_is_not_there_is_told_before_anything_starts():
    assert "new lesson ask-for-les --short" in refused("ask-for-les")
    assert "There is no content/lessons/" in refused("x" * 5000)


def test_a_port_that_is_taken_is_told_before_anybody_opens_what_is_there():
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port} is taken" in refused("--port", str(port))


def closed_terminal(server, _starter):
    os.kill(server, signal.SIGHUP)


def starter_gone(_server, starter):
    starter.kill()


@pytest.mark.parametrize("end", [closed_terminal, starter_gone])
def test_a_preview_leaves_no_server_and_no_record_behind(preview, end, tmp_path):
    port, server, starter = preview
    assert list(tmp_path.glob("sizewise-preview-*"))
    end(server, starter)
    wait_until(lambda: not answers(port))
    wait_until(lambda: not list(tmp_path.glob("sizewise-preview-*")))
