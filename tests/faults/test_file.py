"""A record in a file is held, replaced, moved, read-only or may not grow, or its server is killed
or its clock set back, while learners answer: what their screens confirmed is in the record.
"""

import time
from contextlib import closing

import pytest

from sizewise.record import open_journal
from tests.browser.plugin import copied
from tests.faults.breaking import (
    bound_by_permissions,
    clock_set_back,
    held,
    killed_at_random_moments,
    moved_away,
    no_file_may_grow,
    permit,
    restore_a_backup,
    with_a_clock_to_set,
)
from tests.record.plugin import SECRET


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory):
    """One goes through all faults of a file. The first test starts it: a start is the dearest."""
    app = with_a_clock_to_set(copied(tmp_path_factory.mktemp("house")))
    kept = bound_by_permissions(tmp_path_factory.mktemp("kept"), app=app, SIZEWISE_SHARED="1")
    yield kept
    kept.kill()


@pytest.fixture
def stopped_server(kept_server):
    """The same while it does not run, with an empty record. It may write again at the end."""
    kept_server.kill()
    kept_server.forget()
    yield kept_server
    permit(kept_server, 0o644, 0o755)


def test_a_file_and_a_folder_that_are_read_only_at_the_start(stopped_server, learners):
    (stopped_server.folder / "record.db.secret").write_text(SECRET)
    with closing(open_journal(stopped_server.database_url)):  # as after a crash, its log is there
        permit(stopped_server, 0o444, 0o555)
        with learners(stopped_server.start()) as crowd:
            crowd.hears("cannot be written")
            permit(stopped_server, 0o444, 0o755)
            crowd.joins()
            crowd.hears("cannot be written")
            permit(stopped_server, 0o644, 0o755)
            crowd.goes_on()


def test_a_server_with_a_file_killed_at_random_moments(server, learners, rounds):
    with learners(server) as crowd:
        killed_at_random_moments(server, crowd, rounds)


def test_a_clock_that_is_set_back_by_three_days(server, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        with clock_set_back(server):
            crowd.joins()
            crowd.goes_on()
            crowd.goes_on()


def test_a_file_that_another_program_holds_for_ten_seconds(server, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        with held(server):
            crowd.hears("is in use by another program")
            crowd.joins()
            time.sleep(10)
        crowd.goes_on()


def test_a_file_that_a_backup_replaces(server, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        with crowd.resting():  # what is answered after the copy was made is not in the copy
            restore_a_backup(server)
        crowd.joins()
        crowd.goes_on()


def test_a_file_that_is_moved_away_and_put_back(server, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        with moved_away(server):
            crowd.hears("was moved or removed")
            crowd.joins()
            time.sleep(1)
        crowd.goes_on()


def test_a_file_that_may_not_grow(server, learners):
    with learners(server) as crowd:
        crowd.goes_on()
        with no_file_may_grow(server):
            crowd.hears("its disk reports an error")
            crowd.joins()
            time.sleep(1)
        crowd.goes_on()
