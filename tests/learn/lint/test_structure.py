"""L01 to L07: is everything there, once, and does it fit together?"""

import pytest

from sizewise.learn.quiz.item import NumericAnswer
from tests.learn.lint.builders import (
    boolean,
    findings,
    item,
    levels,
    loose,
    multiple,
    option,
    options,
    words_of,
)

GOOD = options("Begin small", "Begin with the largest", "Train one from zero")


def test_nothing_is_wrong_with_sound_items():
    assert findings(item("one-001"), item("two-001")) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"type": "numeric", "options": ()}, "no answer"),
        ({"type": "numeric", "answer": NumericAnswer(expr="1")}, "has options"),
        ({"answer": NumericAnswer(expr="1")}, "single item has an answer"),
        ({"options": ()}, "nothing to choose"),
        ({"options": (*GOOD[:2], option("c"))}, "neither text nor expr"),
        (
            {"options": (*GOOD[:2], option("c", "Two", expr="2", format="usd"))},
            "both text and expr",
        ),
        ({"options": (*GOOD[:2], option("c", expr="2"))}, "no format"),
        ({"options": (option("a", "A", True, misconception="swapped"), *GOOD[1:])}, "key names a"),
    ],
)
def test_l01_fields_of_an_item_agree_with_each_other(changed, said):
    assert said in words_of(item(**changed), rule="L01")


def test_l01_an_attempt_cannot_draw_more_than_the_bank_has():
    four = [item(f"four-00{n}") for n in range(4)]
    assert "draws 5 items from a bank of 4" in words_of(*four, rule="L01", count=5)
    assert levels(*four, rule="L01", count=4) == []


def test_l01_the_skills_fit_into_an_attempt():
    items = [item(f"{skill}-00{n}", skill=skill) for skill in ("model", "cost") for n in range(3)]
    assert "cannot hold 4 items" in words_of(*items, rule="L01", count=3, per_skill=2)
    assert levels(*items, rule="L01", count=4, per_skill=2) == []


def test_l01_every_skill_has_as_many_items_as_an_attempt_takes():
    items = [*(item(f"model-00{n}") for n in range(3)), item("cost-001", skill="cost")]
    assert "and cost has 1" in words_of(*items, rule="L01", per_skill=2)


def test_l01_items_before_the_lesson_are_not_drawn():
    assert levels(item(), item("before-001", type="pretest"), rule="L01", count=2) == ["E"]


def test_l02_two_items_under_one_id():
    assert levels(item("same-001"), item("same-001"), rule="L02") == ["E"]
    assert levels(item("one-001"), item("two-001"), rule="L02") == []


def test_l02_two_options_under_one_letter():
    assert "id a" in words_of(item(options=(*GOOD[:2], option("a", "Wait"))), rule="L02")


def test_l03_a_single_item_has_one_key():
    two = (option("a", "One", key=True), option("b", "Two", key=True), option("c", "Three"))
    none = tuple(option(o.id, o.text) for o in two)
    assert levels(item(options=two), rule="L03") == ["E"]
    assert levels(item(options=none), rule="L03") == ["E"]
    assert "exactly one" in words_of(item(options=two), rule="L03")


def test_l03_a_pretest_item_has_one_key_too():
    none = tuple(option(o.id, o.text) for o in GOOD)
    assert levels(item(type="pretest", options=none), rule="L03") == ["E"]
    assert levels(item(type="pretest"), rule="L03") == []


@pytest.mark.parametrize(("keys", "wrong", "said"), [(2, 2, []), (1, 3, ["E"]), (3, 1, ["E"])])
def test_l03_a_multiple_item_has_two_keys_and_two_distractors(keys, wrong, said):
    assert levels(multiple(keys=keys, wrong=wrong), rule="L03") == said


def test_l03_a_boolean_item_has_two_options():
    three = options("True", "False", "Perhaps")
    assert levels(boolean(), rule="L03") == []
    assert levels(item(type="boolean", options=three), rule="L03") == ["E"]


@pytest.mark.parametrize(("count", "said"), [(2, ["E"]), (3, []), (6, []), (7, ["E"])])
def test_l04_three_to_six_options(count, said):
    picks = tuple(option(str(n), f"Plan {'x' * n}", key=n == 0) for n in range(count))
    assert levels(item(options=picks), rule="L04") == said


def test_l03_something_is_wrong_beside_the_key():
    assert "no wrong option" in words_of(item(options=GOOD[:1]), rule="L03")


def test_l04_an_item_with_fewer_options_than_its_bank():
    four = options("One", "Two", "Three", "Four")
    bank = [item(f"four-00{n}", options=four) for n in range(3)]
    assert levels(*bank, item("three-001"), rule="L04") == ["W"]
    assert levels(*bank, boolean(), multiple(keys=3), rule="L04") == []


@pytest.mark.parametrize(
    "twin", ["BEGIN small", " **Begin** small ", "Begin small.", "`Begin` small"]
)
def test_l05_options_that_differ_in_dress_alone(twin):
    assert levels(item(options=(*GOOD[:2], option("c", twin))), rule="L05") == ["E"]


def test_l05_options_that_share_four_words_of_five():
    # {send, the, whole, file, now} and {send, the, whole, file}: 4 of 5 = 0.8
    near = options("Send the whole file now", "Send the whole file", "Ask a friend")
    # {send, the, whole, file, now} and {send, the, whole, page, now}: 4 of 6
    far = options("Send the whole file now", "Send the whole page now", "Ask a friend")
    assert levels(item(options=near), rule="L05") == ["W"]
    assert levels(item(options=far), rule="L05") == []


@pytest.mark.parametrize(
    ("length", "said"), [(0, ["E"]), (39, ["W"]), (40, []), (600, []), (601, ["W"])]
)
def test_l06_an_explanation_is_forty_to_six_hundred_characters(length, said):
    assert levels(loose(explanation="x" * length), rule="L06") == said


def test_l07_a_distractor_without_feedback_is_worse_than_a_key_without():
    silent_key = (option("a", "Begin small", key=True, feedback=None), *GOOD[1:])
    silent_distractor = (*GOOD[:2], option("c", "Wait a year", feedback=None))
    assert levels(item(options=silent_key), rule="L07") == ["W"]
    assert levels(item(options=silent_distractor), rule="L07") == ["E"]
    assert levels(item(), rule="L07") == []


def test_l07_the_same_feedback_twice():
    same = (*GOOD[:1], *(option(o.id, o.text, feedback="No, look again.") for o in GOOD[1:]))
    assert levels(item(options=same), rule="L07") == ["W"]
    assert "b and c" in words_of(item(options=same), rule="L07")
