"""A record on a disk that is full, or read-only, until somebody sees to it."""

import time
from contextlib import closing

import pytest

from sizewise.record import open_journal
from tests.faults.breaking import SmallDisk, bound_by_permissions, permit
from tests.record.plugin import SECRET


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


@pytest.fixture
def bound_server(tmp_path):
    own = bound_by_permissions(tmp_path, SIZEWISE_SHARED="1", SIZEWISE_SECRET=SECRET)
    yield own
    own.kill()
    permit(own, 0o644, 0o755)


def test_a_file_and_a_folder_that_are_read_only_at_the_start(bound_server, learners):
    url = bound_server.database_url
    with closing(open_journal(url)):  # as after a crash, its log lies beside it
        permit(bound_server, 0o444, 0o555)
        with learners(bound_server.start()) as crowd:
            crowd.hears("cannot be written")
            permit(bound_server, 0o444, 0o755)
            crowd.joins()
            crowd.hears("cannot be written")
            permit(bound_server, 0o644, 0o755)
            crowd.goes_on()
