"""Skills by learner are the levels of each learner's own page."""

from sizewise.learn.class_room.heat_map import LEVELS, heat_map, level_counts
from sizewise.learn.progress.mastery import by_skill
from tests.learn.builders import answered

FIVE_RIGHT = tuple(answered() for _ in range(5))


def test_a_learner_has_the_level_that_the_own_page_shows():
    (row,) = heat_map(["kind-tiger-42"], {"kind-tiger-42": FIVE_RIGHT})
    assert row.skills == by_skill(FIVE_RIGHT)
    assert row.level("skill-one") == "proficient"


def test_who_has_not_tried_a_skill_is_there_all_the_same():
    (row,) = heat_map(["kind-tiger-42"], {})
    assert row.level("skill-one") == "new"


def test_everybody_is_at_one_level():
    rows = heat_map(["one", "two", "three"], {"one": FIVE_RIGHT, "two": (answered(False),)})
    assert dict(zip(LEVELS, level_counts(rows, "skill-one"), strict=True)) == {
        "new": 1,
        "started": 1,
        "proficient": 1,
        "mastered": 0,
    }
