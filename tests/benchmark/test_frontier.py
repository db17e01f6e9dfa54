"""Cost against quality: who is beaten, and who is not."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.frontier import frontier, standings
from sizewise.benchmark.summary import summaries
from tests.benchmark.builders import by_rules, charge, graded, trial


def replies(model, dollars, right, of=10, task="chat"):
    """Ten graded replies of a model, so many of them right."""
    return [
        trial(n, model, task=task, charge=charge(dollars), grade=graded(n < right))
        for n in range(of)
    ]


def names(found):
    return [one.cell.model for one in found]


def test_dearer_and_worse_is_beaten():
    rows = summaries(
        [*replies("small", "0.001", 7), *replies("large", "0.02", 9), *replies("odd", "0.01", 6)]
    )
    assert names(standings(rows)) == ["small", "odd", "large"]
    assert names(frontier(rows)) == ["small", "large"]


def test_a_standing_is_dollars_for_a_thousand_and_the_share_that_is_right():
    [one] = standings(summaries(replies("small", "0.001", 7)))
    assert (one.cost, one.quality) == (1, Fraction(7, 10))


def test_equals_do_not_beat_each_other():
    rows = summaries([*replies("one", "0.001", 7), *replies("other", "0.001", 7)])
    assert names(frontier(rows)) == ["one", "other"]


def test_only_models_at_the_same_task_compete():
    rows = summaries([*replies("small", "0.001", 9), *replies("large", "0.02", 5, task="code")])
    assert names(frontier(rows)) == ["small", "large"]


def test_what_was_not_graded_or_not_priced_has_no_standing():
    rows = summaries([trial(0, "free", charge=None, grade=graded(True)), trial(0, "plain")])
    assert standings(rows) == ()


def test_rules_charge_nothing_and_beat_a_model_that_is_worse():
    free = [by_rules(n, task="chat", grade=graded(n < 8)) for n in range(10)]
    rows = summaries([*free, *replies("small", "0.0000132", 0)])
    assert standings(rows)[0].cost == 0
    assert names(frontier(rows)) == ["keyword-rules"]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 10)), min_size=1, max_size=6))
def test_along_the_frontier_better_costs_more(models):
    trials = [
        each
        for number, (cents, right) in enumerate(models)
        for each in replies(f"m{number}", f"0.0{cents}", right)
    ]
    found = frontier(summaries(trials))
    assert found
    pairs = sorted({(one.cost, one.quality) for one in found})
    assert [quality for _, quality in pairs] == sorted({quality for _, quality in pairs})
