"""These tests have a web server before them, which finds out itself who asks."""

import pytest


@pytest.fixture(autouse=True)
def no_setting_decides(ones_own_machine, monkeypatch):
    """Nobody has said whether the server is shared."""
    monkeypatch.setenv("SIZEWISE_SHARED", "")
