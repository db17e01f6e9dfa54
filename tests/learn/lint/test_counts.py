"""L34 to L36: enough draws, whole answers where things cannot be split, and no “1 seconds”."""

import pytest

from sizewise.learn.quiz.item import ChoiceVariable, Example, NumericAnswer
from tests.learn.lint.builders import levels, numeric, words_of


def drawn(count):
    return numeric(variables={"n_in": ChoiceVariable(choice=tuple(range(100, 100 + count)))})


@pytest.mark.parametrize(("count", "said"), [(1, ["W"]), (7, ["W"]), (8, [])])
def test_l34_eight_draws_are_enough(count, said):
    assert levels(drawn(count), rule="L34") == said


def test_l34_tells_how_many_there_are():
    assert "It has 2 draws, fewer than 8" in words_of(drawn(2), rule="L34")


def calls(per, unit="calls", stem="How many calls do {n_in} tokens fill?"):
    """So many tokens shared out."""
    return numeric(
        stem=stem,
        variables={"n_in": ChoiceVariable(choice=(100, 250))},
        answer=NumericAnswer(expr=f"n_in/{per}", unit=unit),
        examples=(Example(given={"n_in": 100}, key="2"),),
    )


def test_l35_half_a_call_is_found_with_its_draw():
    # 250 / 100 = 2.5
    told = words_of(calls(100), rule="L35")
    assert "The answer is 2.5 with n_in=250" in told


@pytest.mark.parametrize(
    "whole",
    [
        calls(50),  # 2 and 5
        calls(100, unit="seconds"),
        calls(100, unit="calls per minute"),
        calls(100, stem="About how many calls do {n_in} tokens fill?"),
    ],
)
def test_l35_whole_answers_rates_and_estimates_are_left_alone(whole):
    assert levels(whole, rule="L35") == []


@pytest.mark.parametrize(
    ("values", "stem", "said"),
    [
        ((1, 2), "A call takes {n_in} seconds. How long do two take?", ["W"]),
        ((2, 3), "A call takes {n_in} seconds. How long do two take?", []),
        ((1, 2), "A call takes {n_in} second or so. How long do two take?", []),
        ((1, 2), "A class with {n_in} address writes. How many letters come?", []),
    ],
)
def test_l36_one_of_many_is_found(values, stem, said):
    told = numeric(stem=stem, variables={"n_in": ChoiceVariable(choice=values)})
    assert levels(told, rule="L36") == said


def test_l36_reads_explanations_too():
    told = numeric(
        explanation="Two calls of {n_in} tokens each take twice as many.",
        variables={"n_in": ChoiceVariable(choice=(1, 5))},
    )
    assert "A draw says “1 tokens”, since n_in can be 1" in words_of(told, rule="L36")
