"""A quiz that goes on."""

from sizewise.learn.class_room.live import Going, at_question, standing
from tests.learn.builders import NOON


def going(answered, name="kind-tiger-42", asked=15):
    return Going(name, "practice", asked, answered, 0, NOON)


def test_who_has_answered_six_is_at_the_seventh():
    assert going(6).question == 7


def test_who_is_done_is_at_no_question():
    assert going(15).finished
    assert at_question([going(15), going(6), going(6), going(0)]) == {1: 1, 7: 2}


def test_everybody_is_done_under_way_or_waits():
    assert standing([going(15), going(6), going(0)], members=5) == (1, 2, 2)
