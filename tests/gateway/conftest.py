"""One local model for all tests of the gateway."""

import pytest

from sizewise.gateway.local import LocalModel
from sizewise.gateway.machine.process import Process, Setup


@pytest.fixture(scope="session")
def local():
    """The real model, on one core. Without it these tests fail: `make setup` installs it."""
    setup = Setup(threads=1)
    missing = setup.missing()
    assert missing is None, f"{missing} Or type: make setup"
    model = LocalModel(Process(setup))
    yield model
    model.close()
