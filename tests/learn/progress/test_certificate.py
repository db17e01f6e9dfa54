"""When a certificate is due, and what it says."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from sizewise.learn.progress.certificate import LENGTH, Achievement, achieved, still_to_pass
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.attempt import Standing
from tests.learn.builders import NOON, answered, bank, quiz

FIRST, SECOND = (
    quiz(bank(1, 2), count=2).model_copy(update={"id": each}) for each in ("a-quiz", "b-quiz")
)


def sat(of, *rights, day=0):
    from sizewise.learn.quiz.attempt import begin

    attempt = begin(
        of,
        attempt_id=f"{of.id}-{day}",
        learner_id="ann",
        mode="practice",
        seed="seed",
        at=NOON,
        only=[item.id for item in of.items],
    )
    answers = {
        item: answered(right, item_id=item, at=NOON + timedelta(days=day))
        for item, right in zip(attempt.item_ids, rights, strict=True)
    }
    return Standing(attempt, answers, 2)


def trail(*standings):
    return Trail(standings=standings)


def test_every_quiz_must_be_passed():
    half = trail(sat(FIRST, True, True), sat(SECOND, True, False))
    assert still_to_pass(half, [FIRST, SECOND]) == ["b-quiz"]
    assert achieved(half, [FIRST, SECOND]) is None


def test_it_says_when_the_last_was_first_passed_and_the_mean_of_the_best():
    partly = sat(FIRST, True, True, day=1)
    again = sat(FIRST, True, True, day=9)
    other = sat(SECOND, True, True, day=4)
    found = achieved(trail(partly, other, again), [FIRST, SECOND])
    assert found == Achievement((NOON + timedelta(days=4)).date(), 2, 100)


def test_a_share_is_rounded_down():
    low = FIRST.model_copy(update={"pass_mark": Decimal("0.4")})
    found = achieved(trail(sat(low, True, False), sat(SECOND, True, True)), [low, SECOND])
    assert found is not None
    assert found.percent == 75


def test_a_course_without_quizzes_certifies_nothing():
    assert achieved(trail(), []) is None


@pytest.mark.parametrize("percent", [0, 86, 100])
def test_it_fits_into_a_code_and_comes_back(percent):
    told = Achievement(date(2026, 11, 29), 11, percent)
    assert len(told.to_bytes()) == LENGTH
    assert Achievement.from_bytes(told.to_bytes()) == told
