"""Named mistakes: made, avoided, mended."""

from datetime import timedelta

from sizewise.learn.progress.mistakes import made
from sizewise.learn.progress.review import ItemPlace
from tests.learn.builders import NOON, answered

SWAP = {"misconceptions": ("swapped-rates",)}
OFFERED = {ItemPlace("a-quiz", "one-item"): frozenset({"swapped-rates"})}


def after(*answers):
    given = [
        answered(right, at=NOON + timedelta(days=day), **more)
        for day, (right, more) in enumerate(answers)
    ]
    return made(given, OFFERED)


def state(*answers):
    (mistake,) = after(*answers)
    return mistake.state


def test_a_mistake_is_counted_with_the_day_it_was_made_last():
    (mistake,) = after((False, SWAP), (False, SWAP))
    assert (mistake.id, mistake.times) == ("swapped-rates", 2)
    assert mistake.last == NOON + timedelta(days=1)
    assert mistake.place == ItemPlace("a-quiz", "one-item")


def test_it_is_mended_once_it_was_avoided_twice():
    assert state((False, SWAP)) == "open"
    assert state((False, SWAP), (True, {})) == "mending"
    assert state((False, SWAP), (True, {}), (True, {})) == "mended"


def test_made_again_it_is_open_again():
    assert state((False, SWAP), (True, {}), (True, {}), (False, SWAP)) == "open"


def test_a_right_answer_where_it_was_not_on_offer_mends_nothing():
    assert state((False, SWAP), (True, {"item_id": "two"}), (True, {"item_id": "two"})) == "open"


def test_help_mends_nothing():
    assert state((False, SWAP), (True, {"hints": 1})) == "open"


def test_warm_ups_and_second_tries_neither_make_nor_mend():
    assert after((False, {**SWAP, "mode": "pretest"})) == []
    again = {"mode": "missed", "first_try": False}
    assert after((False, {**SWAP, **again})) == []
    assert state((False, SWAP), (True, again), (True, again)) == "open"


def test_open_ones_come_first_and_the_most_frequent_of_them():
    given = [
        answered(False, misconceptions=("a-mended",)),
        answered(True, item_id="mender"),
        answered(True, item_id="mender"),
        answered(False, misconceptions=("b-once",)),
        answered(False, misconceptions=("c-twice",)),
        answered(False, misconceptions=("c-twice",)),
    ]
    offered = {ItemPlace("a-quiz", "mender"): frozenset({"a-mended"})}
    assert [each.id for each in made(given, offered)] == ["c-twice", "b-once", "a-mended"]
