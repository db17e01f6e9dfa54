"""The line before the local model."""

import threading

import pytest

from sizewise.gateway.machine.line import Crowded, Line


def test_twenty_who_come_at_once_are_each_told_their_place():
    line = Line()
    with line.turn() as served, line.turn() as second, line.turn() as third:
        assert [each.place for each in (served, second, third)] == [0, 1, 2]


def test_who_leaves_without_being_served_moves_up_those_behind():
    line = Line()
    with line.turn():
        impatient = line.turn()
        impatient.__enter__()
        with line.turn() as last:
            assert last.place == 2
            impatient.__exit__(None, None, None)
            assert last.place == 1


def test_two_desks_serve_two():
    line = Line(desks=2)
    with line.turn() as one, line.turn() as two, line.turn() as three:
        assert [each.place for each in (one, two, three)] == [0, 0, 1]


def test_whoever_waits_hears_at_once_that_it_is_their_turn():
    line = Line()
    came = []
    first = line.turn()
    first.__enter__()

    def wait():
        with line.turn() as turn:
            came.append(turn.moved(1, 30))

    waiting = threading.Thread(target=wait)
    waiting.start()
    first.__exit__(None, None, None)
    waiting.join(10)
    assert came == [0]


def test_a_full_line_sends_away_whoever_comes_next():
    line = Line(most=1)
    with line.turn(), line.turn(), pytest.raises(Crowded), line.turn():
        pass


def test_an_error_at_the_desk_does_not_block_it():
    line = Line()
    with pytest.raises(ZeroDivisionError), line.turn():
        raise ZeroDivisionError
    with line.turn() as turn:
        assert turn.place == 0
