"""A class at a glance."""

from datetime import timedelta

from sizewise.learn.class_room.first_glance import (
    Activity,
    SharedMistake,
    StuckAt,
    by_learner,
    first_glance,
)
from sizewise.learn.progress.review import ItemPlace
from tests.learn.builders import NOON

PLACE = ItemPlace("a-quiz", "one-item")


def active(name, answers=1, parts=0):
    return Activity(name, answers, parts, NOON)


def made(name, learners, times=1):
    return SharedMistake(name, learners, learners, times, PLACE)


def test_everybody_waits_is_stuck_or_goes_on():
    glance = first_glance(
        [active("kind-tiger-42"), active("calm-otter-11"), Activity("bold-crane-77", 0, 0, None)],
        [
            StuckAt("calm-otter-11", "skill-one", NOON),
            StuckAt("calm-otter-11", "skill-two", NOON),
        ],
        [],
    )
    assert glance.standing == (1, 1, 1)
    assert glance.not_begun == ("bold-crane-77",)


def test_who_only_reads_has_begun_and_answers_nothing():
    glance = first_glance([active("kind-tiger-42", answers=0, parts=2)], [], [])
    assert (glance.not_begun, glance.answering) == ((), 0)


def test_the_most_widespread_mistake_comes_first_then_the_more_frequent_one():
    told = [made("rare", 2, 9), made("often", 7, 8), made("seldom", 7, 7)]
    assert [each.id for each in first_glance([], [], told).mistakes] == ["often", "seldom", "rare"]


def test_who_is_newly_stuck_comes_first_with_all_skills():
    before = StuckAt("calm-otter-11", "skill-one", NOON - timedelta(days=1))
    now = StuckAt("kind-tiger-42", "skill-one", NOON)
    glance = first_glance([], [before, now], [])
    assert glance.stuck == (now, before)
    assert by_learner(glance.stuck) == {"kind-tiger-42": (now,), "calm-otter-11": (before,)}
