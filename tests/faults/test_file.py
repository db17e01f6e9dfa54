"""A record in a file is held, replaced, moved or may not grow, while learners answer."""

import time

from tests.faults.breaking import held, moved_away, no_file_may_grow, restore_a_backup


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
