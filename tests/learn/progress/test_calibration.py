"""Certainty held against answers."""

from sizewise.learn.progress.calibration import calibration
from tests.learn.builders import answered


def test_answers_are_counted_by_what_was_said_before():
    answers = [answered(right, certainty="sure") for right in (True, True, False)]
    told = calibration([*answers, answered(False, certainty="guess")])
    assert {name: (each.right, each.of) for name, each in told.items()} == {
        "sure": (2, 3),
        "think": (0, 0),
        "guess": (0, 1),
    }


def test_silence_and_second_tries_say_nothing():
    told = calibration([answered(), answered(certainty="sure", first_try=False)])
    assert sum(each.of for each in told.values()) == 0


def test_a_share_of_nothing_is_nothing():
    assert calibration([])["sure"].share == 0
