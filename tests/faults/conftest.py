"""The servers that things are broken under: for many learners, and never started again."""

import pytest

from tests.browser.server import Server


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory):
    """The server behind `server`: one goes through all faults of a file."""
    kept = Server(tmp_path_factory.mktemp("kept"), SIZEWISE_SHARED="1").start()
    yield kept
    kept.kill()
