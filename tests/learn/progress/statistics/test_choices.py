"""Options counted."""

import pytest

from sizewise.learn.progress.statistics.choices import option_counts
from sizewise.learn.progress.statistics.sittings import Sitting


def chose(*options):
    return Sitting({"one-item": 1}, {"one-item": options})


def test_each_option_is_counted_whether_it_was_chosen_or_not():
    counts = option_counts([chose("a"), chose("a"), chose("b")], "one-item", ["a", "b", "c"])
    assert [(each.option_id, each.chosen, each.of) for each in counts] == [
        ("a", 2, 3),
        ("b", 1, 3),
        ("c", 0, 3),
    ]


def test_an_option_that_is_no_longer_there_is_counted_too():
    assert [each.option_id for each in option_counts([chose("old")], "one-item", ["a"])] == [
        "a",
        "old",
    ]


@pytest.mark.parametrize(("chosen", "works"), [(1, True), (0, False)])
def test_a_distractor_works_from_one_in_twenty(chosen, works):
    counts = option_counts([chose("z")] * chosen + [chose("a")] * (20 - chosen), "one-item", ["z"])
    assert counts[0].works is works


def test_a_share_comes_with_its_interval():
    # Newcombe 1998, table I, method 3: 81 of 263 lies between .2553 and .3662
    counts = option_counts([chose("a")] * 81 + [chose("b")] * 182, "one-item", ["a"])
    assert counts[0].interval == pytest.approx((0.2553, 0.3662), abs=5e-5)
