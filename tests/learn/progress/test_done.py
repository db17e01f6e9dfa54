"""What a learner has done in a lesson: read, answered, missed, mended."""

from sizewise.learn.progress.done import LessonDone, lesson_done
from tests.learn.builders import answered


def done(*scores):
    """Answers in their order, each an item and its score."""
    answers = [answered(score, item_id=item) for item, score in scores]
    return lesson_done({"one", "two"}, answers)


def test_who_only_read_has_given_no_answers():
    assert done() == LessonDone(parts=2, answers=0, right=0, missed=0, mended=0)


def test_a_question_missed_and_then_right_is_mended():
    assert done(("a", 0), ("b", 1), ("a", 1)) == LessonDone(2, 3, 2, 1, 1)


def test_half_a_point_is_missed():
    assert done(("a", "0.5")).missed == 1


def test_what_is_missed_once_more_is_no_longer_mended():
    assert done(("a", 0), ("a", 1), ("a", 0)).mended == 0
