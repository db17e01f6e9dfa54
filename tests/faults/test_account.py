"""The account finds what is lost and what is doubled: the other tests rest on that."""

from decimal import Decimal
from random import Random

import pytest

from tests.faults.account import account
from tests.faults.taker import QuizTaker
from tests.record.builders import NOON, answer, attempt


@pytest.fixture
def taker():
    """Somebody who began an attempt and saw one right answer confirmed."""
    one = QuizTaker("http://localhost", Random(0))
    one.starts = 1
    one.given = {("attempt-1", 0)}
    one.confirmed = {("attempt-1", 0): "right"}
    one.reached = {"attempt-1": 1}
    return one


@pytest.fixture
def found(taker, url, journal):
    """What the account says, once the record holds some things and not others."""
    journal.begin(attempt())

    def looked_for(*answers, position=1):
        for each in answers:
            journal.append(each)
        journal.move_on("attempt-1", position, NOON)
        outcome = account([taker], url)
        return len(outcome.confirmed), len(outcome.lost), len(outcome.doubled)

    return looked_for


RIGHT = answer(score=Decimal(1))


def test_an_answer_as_it_was_confirmed_is_neither_lost_nor_doubled(found):
    assert found(RIGHT) == (1, 0, 0)


def test_a_confirmed_answer_that_is_not_there_is_lost(found):
    assert found() == (1, 1, 0)


def test_an_answer_that_the_screen_told_otherwise_is_lost(found):
    assert found(answer(score=Decimal(0))) == (1, 1, 0)


def test_an_exam_tells_nothing_that_a_score_could_contradict(found, taker):
    taker.confirmed = {("attempt-1", 0): "saved"}
    assert found(answer(score=Decimal(0))) == (1, 0, 0)


def test_a_step_that_was_seen_and_is_not_there_is_lost(found):
    assert found(RIGHT, position=0) == (1, 1, 0)


def test_a_screen_that_went_back_has_lost_a_step(found, taker):
    taker.fell_back = [("attempt-1", 0)]
    assert found(RIGHT) == (1, 1, 0)


def test_an_answer_that_nobody_gave_is_doubled(found):
    assert found(RIGHT, answer("item-2")) == (1, 0, 1)


def test_an_attempt_that_nobody_began_is_doubled(found, journal):
    journal.begin(attempt("attempt-2"))
    assert found(RIGHT) == (1, 0, 1)
