"""How far a learner is: one meaning of begun, finished and passed for every page."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sizewise.learn.lesson.course import LessonEntry
from sizewise.learn.lesson.lesson import Lesson, LessonHead, Part
from sizewise.learn.progress.mastery import Mastery
from sizewise.learn.progress.trail import STEPS, Progress, Trail, minutes_left
from tests.learn.builders import NOON, answered, bank, begun, item, quiz, standing

TWO = quiz(bank(1, 2), count=2)
FIRST, SECOND = begun(TWO).item_ids
HEAD = LessonHead(
    title="A lesson",
    summary="Short.",
    minutes=9,
    objectives=("Know it.",),
    skills=("skill-0",),
    facts_as_of=NOON.date(),
    reviewed=NOON.date(),
)
PARTS = tuple(Part(anchor=f"part-{n}", title=f"Part {n}", pieces=()) for n in range(3))
LESSON = Lesson(id="a-quiz", head=HEAD, parts=PARTS)


def tried(*rights, mode="practice", position=0, quiz=TWO, minutes=0):
    """An attempt whose first items were answered right or wrong."""
    attempt = begun(quiz, mode, only=[each.id for each in quiz.items])
    begun_then = type(attempt)(**{**vars(attempt), "started_at": NOON + timedelta(minutes=minutes)})
    answers = [
        answered(right, item_id=item_id, skill="skill-0")
        for item_id, right in zip(attempt.item_ids, rights, strict=False)
    ]
    return standing(begun_then, answers, position)


def at(*standings, quiz=TWO, **more):
    return Trail(standings=standings, **more).at(LESSON, quiz)


def test_a_trail_without_a_fact_is_at_the_beginning():
    assert at() == Progress(parts=3)
    assert at().step == 0


def test_an_attempt_goes_on_until_its_last_answer():
    half, whole = tried(True), tried(True, True)
    assert at(half).begun == half
    assert at(whole).begun is None
    assert (at(whole).best, at(whole).passed) == (1, True)


def test_the_newest_of_those_that_are_not_finished_goes_on():
    older, newer, newest = tried(True), tried(minutes=1), tried(True, True, minutes=2)
    assert at(older, newer, newest).begun == newer
    assert Trail((older, newer, newest)).newest(TWO) == newest


@pytest.mark.parametrize("mode", ["missed", "pretest"])
def test_a_second_try_and_a_warm_up_go_on_too_and_never_count(mode):
    assert at(tried(True, mode=mode)).begun is not None
    assert at(tried(True, True, mode=mode)).best is None


def test_an_attempt_whose_open_item_left_the_bank_counts_without_it():
    smaller = quiz([TWO.item(FIRST)], count=1)
    ended = at(tried(True), quiz=smaller)
    assert (ended.begun, ended.best) == (None, 1)


def test_an_attempt_all_of_whose_items_left_the_bank_is_no_result():
    ended = at(tried(), quiz=quiz([item("another")], count=1))
    assert (ended.begun, ended.best, ended.passed) == (None, None, False)


def test_without_its_quiz_a_lesson_has_no_attempt_that_goes_on():
    assert at(tried(True), quiz=None) == Progress(parts=3)


def test_attempts_at_other_quizzes_are_of_no_account():
    other = TWO.model_copy(update={"id": "another-quiz"})
    assert at(tried(True), tried(True, True), quiz=other) == Progress(parts=3)


def test_the_best_share_counts_and_one_pass_is_enough():
    ended = at(tried(True, True), tried(False, True, minutes=1))
    assert (ended.best, ended.passed) == (1, True)
    assert at(tried(False, True)).best == Decimal("0.5")


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({}, "not begun"),
        ({"read": {"a-quiz": frozenset({"part-0"})}}, "begun"),
        ({"read": {"a-quiz": frozenset({"part-0", "part-1", "part-2"})}}, "read"),
        ({"standings": (tried(False),)}, "begun"),
        ({"standings": (tried(True, True),)}, "quiz passed"),
        (
            {"skills": {"skill-0": Mastery("skill-0", 0.99, 7, 7, "mastered", 0)}},
            "every skill mastered",
        ),
    ],
)
def test_each_step_has_its_word(more, word):
    assert STEPS[Trail(**more).at(LESSON, TWO).step] == word


@pytest.mark.parametrize(("read", "left"), [(0, 9), (1, 6), (2, 3), (3, 0)])
def test_minutes_left_shrink_part_by_part(read, left):
    entry = LessonEntry(id="a-quiz", title="A lesson", summary="Short.", minutes=9)
    done = Progress(read=frozenset(f"part-{n}" for n in range(read)), parts=3)
    assert minutes_left(entry, done) == left
