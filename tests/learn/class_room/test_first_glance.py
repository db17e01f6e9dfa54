"""A class at a glance."""

from datetime import timedelta

from sizewise.learn.class_room.first_glance import (
    Activity,
    RecentTries,
    SharedMistake,
    first_glance,
)
from sizewise.learn.progress.review import ItemPlace
from tests.learn.builders import NOON

PLACE = ItemPlace("a-quiz", "one-item")


def active(name, answers=1, parts=0):
    return Activity(name, answers, parts, NOON)


def recent(name, tries, right, skill="skill-one", at=NOON):
    return RecentTries(name, skill, tries, right, at)


def made(name, learners, times=1):
    return SharedMistake(name, learners, learners, times, PLACE)


def test_everybody_waits_is_stuck_or_goes_on():
    glance = first_glance(
        [active("kind-tiger-42"), active("calm-otter-11"), Activity("bold-crane-77", 0, 0, None)],
        [recent("calm-otter-11", 10, 3)],
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


def test_who_has_more_than_3_right_of_the_last_10_is_not_stuck():
    told = [recent("calm-otter-11", 10, 4), recent("kind-tiger-42", 9, 0)]
    assert first_glance([], told, []).stuck == ()


def test_tries_count_together_over_all_skills_and_the_most_missed_is_named_first():
    told = [
        recent("calm-otter-11", 3, 1, "skill-one"),
        recent("calm-otter-11", 5, 0, "skill-two"),
        recent("calm-otter-11", 2, 2, "skill-three"),
    ]
    (stuck,) = first_glance([], told, []).stuck
    assert (stuck.right, stuck.skills) == (3, ("skill-two", "skill-one"))


def test_who_is_newly_stuck_comes_first():
    before = recent("calm-otter-11", 10, 0, at=NOON - timedelta(days=1))
    told = first_glance([], [before, recent("kind-tiger-42", 10, 0)], []).stuck
    assert [each.pseudonym for each in told] == ["kind-tiger-42", "calm-otter-11"]
