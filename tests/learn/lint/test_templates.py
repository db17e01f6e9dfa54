"""L28: is every draw of a parametrised item a sound item?"""

from decimal import Decimal

import pytest

from sizewise.learn.quiz.item import (
    ChoiceVariable,
    Example,
    NumericAnswer,
    NumericMistake,
    RangeVariable,
    Steps,
)
from tests.learn.lint.builders import findings, item, levels, numeric, option, template, words_of


def formulas(*exprs, format="number", **changed):
    """A template over n (1, 2, 4) whose options are these formulas; the first is the key."""
    picks = tuple(
        option("abcdef"[n], key=n == 0, expr=expr, format=format, feedback=f"About {expr}.")
        for n, expr in enumerate(exprs)
    )
    sound = {
        "stem": "How many are {n} pairs?",
        "variables": {"n": ChoiceVariable(choice=(1, 2, 4))},
        "options": picks,
        "examples": (Example(given={"n": 4}, key="8"),),
    }
    return item(**{**sound, **changed})


def test_a_sound_template_passes():
    assert levels(template(), rule="L28") == []
    assert levels(formulas("n*2", "n*4", "n*8"), rule="L28") == []
    assert levels(numeric(), rule="L28") == []


def test_two_options_that_meet_in_one_draw():
    # n*2 = n*n exactly at n = 2
    told = words_of(formulas("n*2", "n*n", "n*16"), rule="L28")
    assert "options[a] and options[b]" in told
    assert "in 1 draw, first with n=2" in told


def test_a_formula_without_a_value_is_told_at_its_place_and_once():
    # n - 1 is 0 in one of three draws, the one that is worked by hand included
    never = formulas("n*2", "m*4", "n*8")
    (told,) = findings(never, rule="L28")
    assert told.place == "options[b]"
    assert "`m` is not a variable here" in told.why
    once = formulas("n*2", "n*40/(n-1)", "n*8", examples=(Example(given={"n": 1}, key="2"),))
    (told,) = findings(once, rule="L28")
    assert (told.place, "in 1 draw, first with n=1" in told.why) == ("options[b]", True)


@pytest.mark.parametrize(("nearest", "said"), [("95", []), ("96", ["E"])])
def test_options_are_five_per_cent_apart(nearest, said):
    # (100 - 95) / 100 = 5 %, (100 - 96) / 100 = 4 %
    pairs = formulas(
        "n*100", f"n*{nearest}", "n*500", examples=(Example(given={"n": 4}, key="400"),)
    )
    assert levels(pairs, rule="L28") == said


def test_options_are_apart_after_rounding():
    # at n = 1: 1.045 and 1.1001 are 0.0551 / 1.1001 = 5.01 % apart,
    # but $1.05 and $1.10 only 0.05 / 1.10 = 4.5 %
    worked = (Example(given={"n": 4}, key="$4.18"),)
    near = formulas("n*1.045", "n*1.1001", "n*3", format="usd", examples=worked)
    assert "in 1 draw, first with n=1" in words_of(near, rule="L28")


def test_two_zeros_are_the_same_number():
    same = formulas("n*2", "n-n", "(n-n)*3")
    assert "options[b] and options[c]" in words_of(same, rule="L28")


def test_a_range_is_walked_to_its_end():
    # n*2 and n+10 meet at n = 10 alone, the last of 1..10; within 5 % at n = 10 only:
    # at 9 they are 18 and 19, 5.3 % apart
    steps = {"n": RangeVariable(range=Steps(start=1, stop=10, step=1))}
    met = formulas("n*2", "n+10", "n*100", variables=steps)
    assert "in 1 draw, first with n=10" in words_of(met, rule="L28")


def test_a_division_by_zero_is_told():
    broken = formulas("n*2", "n/(n-2)", "n*16")
    assert levels(broken, rule="L28") == ["E"]


def test_an_unknown_variable_is_told():
    assert "n_out" in words_of(formulas("n*2", "n_out*4", "n*16"), rule="L28")


def test_the_example_is_the_key_worked_by_hand():
    # 500 x 0.15 / 1e6 + 300 x 0.60 / 1e6 = 0.000075 + 0.00018 = 0.000255
    given = {"n_in": 500, "n_out": 300, "p_in": Decimal("0.15"), "p_out": Decimal("0.60")}
    right, wrong = Example(given=given, key="$0.000255"), Example(given=given, key="$0.000256")
    assert levels(template(examples=(right,)), rule="L28") == []
    told = words_of(template(examples=(right, wrong)), rule="L28")
    assert "examples[1]" in told
    assert "shows $0.000255, not $0.000256" in told


def test_a_template_without_an_example():
    assert "worked by hand" in words_of(template(examples=()), rule="L28")


@pytest.mark.parametrize("given", [{}, {"n": 4, "m": 1}, {"m": 4}])
def test_an_example_gives_every_variable_and_no_other(given):
    asked = formulas("n*2", "n*4", "n*8", examples=(Example(given=given, key="8"),))
    assert "variables are n" in words_of(asked, rule="L28")


def test_a_typed_number_has_an_example_too():
    wrong = (Example(given={"n_in": 100}, key="201"),)
    assert "shows 200, not 201" in words_of(numeric(examples=wrong), rule="L28")


def test_a_known_mistake_is_not_accepted_as_right():
    assert levels(numeric(expr="n_in*2", mistake="n_in*2.2"), rule="L28") == []
    mistake = NumericMistake(expr="n_in*2.2", feedback="Nearly.")
    wide = NumericAnswer(expr="n_in*2", tolerance=Decimal("0.1"), mistakes=(mistake,))
    # 200 and 220: 20 / 220 = 9.1 %, within a tolerance of 10 %
    assert "less than 10%" in words_of(numeric(answer=wide), rule="L28")


def test_items_without_formulas_have_no_draws():
    assert levels(item(), rule="L28") == []


def test_options_in_words_differ_in_every_draw():
    def worded(*texts):
        picks = tuple(
            option(name, text, name == "a") for name, text in zip("abc", texts, strict=True)
        )
        return formulas(options=picks, examples=(Example(given={"n": 4}, key="4 pairs"),))

    assert levels(worded("{n} pairs", "{n} more pairs", "no pair"), rule="L28") == []
    told = words_of(worded("{n} pairs", "2 pairs", "no pair"), rule="L28")
    assert "options[a] and options[b] read the same in 1 draw, first with n=2" in told


def test_an_example_of_several_keys_names_them_in_order():
    def several(key):
        base = formulas("n*2", "n*4", "n*8", "n*16", examples=(Example(given={"n": 4}, key=key),))
        picks = tuple(o.model_copy(update={"key": o.id in "ab"}) for o in base.options)
        return base.model_copy(update={"type": "multiple", "options": picks})

    assert levels(several("8, 16"), rule="L28") == []
    assert levels(several("8"), rule="L28") == ["E"]
