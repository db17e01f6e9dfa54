"""What a class asks for is done when it was finished as asked, since joining."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from sizewise.learn.class_room.due import is_done
from sizewise.learn.class_room.membership import Assignment, Member

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ASKED = Assignment("9a", "a-quiz", "exam", date(2026, 12, 4))
MEMBER = Member("9a", "ann", "kind-tiger-42", NOON)
QUIZZES = {"a-quiz": "the quiz"}


def standing(quiz="a-quiz", mode="exam", minutes=1, finished=True):
    attempt = SimpleNamespace(quiz_id=quiz, mode=mode, started_at=NOON + timedelta(minutes=minutes))
    return SimpleNamespace(attempt=attempt, finished=lambda _: finished)


def test_finishing_it_as_asked_since_joining_is_done():
    assert is_done(ASKED, MEMBER, [standing(finished=False), standing()], QUIZZES)


@pytest.mark.parametrize(
    "other",
    [{"quiz": "another"}, {"mode": "practice"}, {"minutes": -1}, {"finished": False}],
    ids=str,
)
def test_anything_else_is_not(other):
    assert not is_done(ASKED, MEMBER, [standing(**other)], QUIZZES)


def test_a_quiz_that_is_gone_is_never_done():
    assert not is_done(ASKED, MEMBER, [standing()], {})
