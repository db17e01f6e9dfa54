"""The one thing that the first page offers."""

from sizewise.learn.progress.next_step import next_step
from sizewise.learn.progress.trail import Trail
from tests.learn.progress.test_trail import LESSON, TWO, tried

OTHER = LESSON.model_copy(update={"id": "b-quiz"})
QUIZZES = {"a-quiz": TWO}
READ = {"a-quiz": frozenset(part.anchor for part in LESSON.parts)}


def step(*standings, read=None, last=None):
    trail = Trail(standings, read=read or {}, last_lesson=last)
    found = next_step(trail, [LESSON, OTHER], QUIZZES)
    return found.kind, found.lesson


def test_whoever_is_new_begins_with_the_first_lesson():
    assert step() == ("read", "a-quiz")


def test_a_quiz_that_was_begun_comes_first():
    assert step(tried(True), read={"b-quiz": frozenset({"part-0"})}, last="b-quiz") == (
        "question",
        "a-quiz",
    )


def test_an_attempt_left_for_a_newer_one_does_not_come_back():
    assert step(tried(True), tried(True, True, minutes=1))[0] != "question"


def test_a_review_is_no_quiz_that_was_begun():
    assert step(tried(mode="review"))[0] == "read"


def test_the_lesson_read_last_goes_on():
    assert step(read={"b-quiz": frozenset({"part-0"})}, last="b-quiz") == ("read", "b-quiz")


def test_a_lesson_read_to_its_end_leads_to_its_quiz():
    assert step(read=READ, last="a-quiz") == ("quiz", "a-quiz")


def test_after_the_quiz_comes_the_next_lesson():
    assert step(tried(True, True), read=READ, last="a-quiz") == ("read", "b-quiz")


def test_in_the_end_there_is_the_review():
    both = {**READ, "b-quiz": READ["a-quiz"]}
    assert step(tried(True, True), read=both, last="b-quiz") == ("review", "")
