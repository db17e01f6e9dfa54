"""Learners who answer at the same moment write in the order in which they came."""

from threading import Thread

import pytest

from sizewise.record.pen import Pen


class Held(Exception):
    """Another program writes."""


def pen():
    return Pen(lambda error: type(error) is Held, lambda: LookupError("in use"))


def waiting(one, work):
    """A thread that stands in line already."""
    before = len(one._line)
    thread = Thread(target=work)
    thread.start()
    while len(one._line) == before:
        pass
    return thread


def test_whoever_came_first_writes_first():
    one, wrote = pen(), []

    def writes(number):
        with one.taken():
            wrote.append(number)

    with one.taken():
        threads = [waiting(one, lambda number=number: writes(number)) for number in range(5)]
        wrote.append("me")
    for thread in threads:
        thread.join()
    assert wrote == ["me", 0, 1, 2, 3, 4]


@pytest.mark.parametrize(("error", "heard"), [(Held, ["in use"]), (ValueError, [])])
def test_what_will_meet_those_who_wait_is_told_them_at_once(error, heard):
    one, told = pen(), []

    def writes():
        try:
            with one.taken():
                pass
        except LookupError as in_use:
            told.append(str(in_use))

    with pytest.raises(error), one.taken():
        thread = waiting(one, writes)
        raise error
    thread.join()
    assert told == heard
    with one.taken():  # who comes later tries anew
        pass
