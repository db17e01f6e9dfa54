"""A record in a file is held, replaced, moved or may not grow, or its server is killed, while
learners answer: what their screens confirmed is in the record.
"""

import time

from tests.faults.breaking import (
    held,
    killed_at_random_moments,
    moved_away,
    no_file_may_grow,
    restore_a_backup,
)


def test_a_server_with_a_file_killed_at_random_moments(server, learners, rounds):
    with learners(server) as crowd:
        killed_at_random_moments(server, crowd, rounds)


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
