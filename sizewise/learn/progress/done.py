"""What a learner has done in one lesson, in four numbers that only grow."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sizewise.learn.quiz.attempt import Answer


@dataclass(frozen=True)
class LessonDone:
    """What was read, answered and mended."""

    parts: int
    """Parts that were read."""
    answers: int
    """Answers that were given, second tries among them."""
    right: int
    """Those of them that earned the whole point."""
    missed: int
    """Questions that were missed at some time."""
    mended: int
    """Those of them that were answered right afterwards."""


def lesson_done(read: Collection[str], answers: Iterable[Answer]) -> LessonDone:
    """Counts what stands in the record of one lesson; the answers in the order they were given."""
    given = right = 0
    missed: dict[str, bool] = {}
    for answer in answers:
        given += 1
        whole = answer.score == 1
        right += whole
        if not whole or answer.item_id in missed:
            missed[answer.item_id] = whole
    return LessonDone(len(read), given, right, len(missed), sum(missed.values()))
