"""Item statistics against Moodle's own expectations, and what cannot be said."""

import json
from pathlib import Path

import pytest

from sizewise.learn.progress.statistics.analysis import analyse
from sizewise.learn.progress.statistics.sittings import Sitting, first_sittings
from tests.learn.builders import answered

HERE = Path(__file__).parent


def read(name):
    return json.loads((HERE / name).read_text("utf-8"))


def sat(rows):
    return [Sitting({f"slot-{n}": mark for n, mark in enumerate(row, 1)}) for row in rows]


def worth(most):
    return {f"slot-{n}": mark for n, mark in enumerate(most, 1)}


def near(number):
    return None if number is None else pytest.approx(number, rel=1e-6, abs=1e-6)


@pytest.fixture(scope="module")
def of_25():
    """`marks` and what Moodle's authors worked out in a spreadsheet; the files name the source."""
    told = read("moodle_25_learners.json")
    return told, analyse(sat(told["marks"]), worth(told["maxmark"]))


OURS = {
    "facility": "facility",
    "sd": "sd",
    "effectiveweight": "weight",
    "discriminationindex": "discrimination",
    "discriminativeefficiency": "efficiency",
}


@pytest.mark.parametrize("slot", range(7))
@pytest.mark.parametrize("name", OURS)
def test_items_of_25_learners_come_out_as_moodle_expects(of_25, slot, name):
    told, found = of_25
    # One mark, a third, stands in the file with seven digits: its item is as exact as that.
    exact = 1e-6 if told["expected_items"][slot]["slot"] != 3 else 5e-6
    ours = getattr(found.items[slot], OURS[name])
    assert ours == pytest.approx(told["expected_items"][slot][name], rel=exact)


WHOLE = {
    "mean": "mean",
    "median": "median",
    "standarddeviation": "sd",
    "skewness": "skewness",
    "kurtosis": "kurtosis",
    "cic": "alpha",
    "errorratio": "error_ratio",
    "standarderror": "standard_error",
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_quiz_of_25_learners_comes_out_as_moodle_expects(of_25, name):
    told, found = of_25
    assert getattr(found, WHOLE[name]) == near(told["expected_quiz"][name])


@pytest.mark.parametrize("name", OURS)
def test_items_of_22_learners_come_out_as_moodle_expects(name):
    """Four items on which everybody fails, three that are worth nothing, one worth eight marks."""
    told = read("moodle_22_learners.json")
    found = analyse(sat(told["marks"]), worth(told["maxmark"]))
    scale = told["scale"][name]
    ours = [getattr(each, OURS[name]) for each in found.items]
    scaled = [None if number is None else number * scale for number in ours]
    expected = told["expected"][name]
    if name == "sd":  # Moodle leaves it out where an item is worth nothing: equal marks spread by 0
        expected = [0 if number is None else number for number in expected]
    assert scaled == [near(number) for number in expected]


def test_nothing_discriminates_where_everybody_is_right():
    easy = analyse(sat([[1, 1], [1, 0], [1, 1]]), worth([1, 1])).items[0]
    assert (easy.facility, easy.sd) == (1, 0)
    assert easy.discrimination is easy.efficiency is None


def test_an_item_that_works_against_the_rest_has_no_weight():
    rows = [[1, 0, 0], [1, 0, 0], [0, 1, 1], [0, 1, 1]]
    assert analyse(sat(rows), worth([1, 1, 1])).items[0].weight is None


@pytest.mark.parametrize("rows", [[], [[1, 0]]])
def test_nobody_and_a_single_learner_give_no_spread(rows):
    found = analyse(sat(rows), worth([1, 1]))
    assert found.sd is found.alpha is found.standard_error is None
    assert found.items[0].sd is found.items[0].discrimination is None


def test_an_item_is_judged_by_those_who_were_asked_it():
    sittings = [Sitting({"a": 1, "b": 1}), Sitting({"a": 0, "c": 1}), Sitting({"a": 1, "b": 0})]
    found = {each.item_id: each for each in analyse(sittings, {"a": 1, "b": 1, "c": 1}).items}
    assert (found["a"].count, found["b"].count, found["c"].count) == (3, 2, 1)
    assert found["b"].facility == 0.5


def test_alpha_needs_the_same_items_for_everybody():
    sittings = [Sitting({"a": 1, "b": 1}), Sitting({"a": 0, "c": 1}), Sitting({"a": 1, "b": 0})]
    assert analyse(sittings, {"a": 1, "b": 1, "c": 1}).alpha is None


@pytest.mark.parametrize(
    ("count", "state"), [(9, (True, True)), (10, (False, True)), (100, (False, False))]
)
def test_a_few_learners_are_hidden_and_some_are_provisional(count, state):
    first = analyse(sat([[1, 0]] * count), worth([1, 1])).items[0]
    assert (first.hidden, first.provisional) == state


# From answers to sittings


def test_only_the_first_attempt_of_a_learner_counts():
    answers = [
        answered(False, learner_id="ann", attempt_id="one"),
        answered(True, learner_id="ann", attempt_id="two"),
        answered(True, learner_id="bob", attempt_id="three", hints=1),
    ]
    assert [each.marks for each in first_sittings(answers)] == [{"one-item": 0}, {"one-item": 1}]


@pytest.mark.parametrize("mode", ["missed", "pretest", "review"])
def test_second_tries_warm_ups_and_reviews_are_no_sitting(mode):
    assert first_sittings([answered(mode=mode, first_try=mode != "missed")]) == []
