"""A record on a disk that is full until somebody sees to it."""

import time

import pytest

from tests.faults.breaking import SmallDisk


@pytest.fixture
def small_disk(tmp_path):
    disk = SmallDisk(tmp_path)
    yield disk
    disk.server.kill()


@pytest.mark.skipif(
    not SmallDisk.allowed(),
    reason="this machine mounts no disk for us; test_a_file_that_may_not_grow tries the like of it",
)
def test_a_full_disk(small_disk, learners):
    server = small_disk.server.start()
    with learners(server, record=small_disk.copied) as crowd:
        crowd.goes_on()
        with small_disk.full():
            crowd.hears("has no room left on its disk")
            crowd.joins()
            time.sleep(1)
        crowd.goes_on()
