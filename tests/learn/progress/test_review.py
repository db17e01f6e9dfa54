"""When items are due again, and in which order they are asked."""

from datetime import timedelta

import pytest

from sizewise.learn.progress.review import ItemPlace, cards, due, next_due, replay
from tests.learn.builders import NOON, answered

DAY = timedelta(days=1)
TODAY = NOON.date()


def after(*tries):
    """Days until the item is due after tries on these days: (days, right, what else)."""
    answers = [answered(right, at=NOON + days * DAY, **more) for days, right, more in tries]
    (card,) = cards(answers).values()
    return (card.due - answers[-1].at.date()).days


def good(days, **more):
    return (days, True, more)


def wrong(days, **more):
    return (days, False, more)


def test_the_published_intervals_of_good_answers():
    """py-fsrs 6, tests/test_basic.py: Good each time when it is due gives 2, 11, 46 and 163 days.

    The next would be 498: ours is never more than 180.
    """
    days, seen = [0, 2, 13, 59, 222], []
    for count in range(1, 6):
        seen.append(after(*(good(day) for day in days[:count])))
    assert seen == [2, 11, 46, 163, 180]


def test_a_wrong_answer_comes_back_tomorrow():
    assert after(wrong(0)) == 1  # its first stability, .212 days, is rounded up to a day


def test_a_partly_right_answer_comes_back_tomorrow_too():
    assert after(good(0, score=0)) == 1


def test_right_with_a_hint_or_by_a_guess_comes_back_sooner():
    assert after(good(0, hints=1)) == after(good(0, certainty="guess")) == 1  # Hard: 1.29 days
    assert after(good(0, certainty="think")) == after(good(0, certainty="sure")) == 2


def test_second_tries_warm_ups_and_nothing_make_no_card():
    assert cards([answered(first_try=False, mode="missed"), answered(mode="pretest")]) == {}


def test_one_card_for_each_item_of_each_bank():
    two = [answered(), answered(quiz_id="b-quiz"), answered(at=NOON + DAY)]
    assert set(cards(two)) == {("a-quiz", "one-item"), ("b-quiz", "one-item")}


def test_a_new_key_begins_the_card_anew():
    known = [answered(at=NOON + day * DAY, key_version="old") for day in (0, 2, 13)]
    same = answered(at=NOON + 59 * DAY, key_version="old")
    other = answered(at=NOON + 59 * DAY, key_version="new")
    days = [
        (cards([*known, each])["a-quiz", "one-item"].due - each.at.date()).days
        for each in (same, other)
    ]
    assert days == [163, 2]


def test_an_older_answer_that_does_not_say_its_key_goes_on():
    known = [answered(at=NOON), answered(at=NOON + 2 * DAY, key_version="new")]
    (card,) = cards(known).values()
    assert card.due == TODAY + 13 * DAY


def test_an_answer_knows_whether_its_item_was_due():
    given = [answered(at=NOON + day * DAY) for day in (0, 1, 20)]
    assert [each.was_due for each in replay(given)] == [False, False, True]


def test_a_clock_put_back_does_no_harm():
    assert after(good(5), good(0)) >= 0


# What is asked on a day


def asked(answers, day=TODAY + 30 * DAY, key_of=lambda place: "key"):
    return [card.place.item_id for card in due(cards(answers).values(), key_of, day)]


def test_nothing_is_due_on_the_day_it_was_answered():
    assert asked([answered(False)], TODAY) == []


def test_an_item_is_due_from_the_morning_of_its_day():
    assert asked([answered(False)], TODAY + DAY) == ["one-item"]


def test_mistakes_that_one_was_sure_of_come_first():
    sure, unsure = {"certainty": "sure"}, {"certainty": "guess"}
    answers = [
        answered(False, item_id="item-a", **unsure),
        answered(True, item_id="item-b", **sure),
        answered(False, item_id="item-c", at=NOON + DAY, **sure),
    ]
    assert asked(answers)[0] == "item-c"


def test_lessons_are_mixed():
    answers = [
        answered(item_id=f"{quiz}-{n}", quiz_id=f"{quiz}-quiz") for quiz in "ab" for n in (1, 2, 3)
    ]
    assert asked(answers) == ["a-1", "b-1", "a-2", "b-2", "a-3", "b-3"]


def test_an_item_that_left_its_bank_is_never_due():
    assert asked([answered()], key_of=lambda place: None) == []


def test_an_item_with_a_new_key_is_due_at_once():
    assert asked([answered(key_version="old")], TODAY, lambda place: "new") == ["one-item"]
    assert asked([answered(key_version="old")], TODAY, lambda place: "old") == []


@pytest.mark.parametrize(("day", "next_day"), [(0, 2), (1, 2), (2, None)])
def test_the_next_day_with_something_due_is_named(day, next_day):
    found = next_due(cards([answered()]).values(), lambda place: "key", TODAY + day * DAY)
    assert found == (next_day and TODAY + next_day * DAY)


def test_a_place_is_the_bank_and_the_item():
    assert ItemPlace("a-quiz", "one-item") in cards([answered()])
