"""Steps to put in sequence."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sizewise.learn.quiz.kinds import faults, kind_of
from sizewise.learn.quiz.kinds.order import sequence
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.scoring import chance, score, unanswered
from sizewise.learn.quiz.worksheet import worksheet
from tests.learn.builders import FACTS, item, option, picking, quiz, shown


def steps(count=4, **changed):
    """Steps a, b, c... in this order; each but the first names a mistake."""
    written = tuple(
        option("abcdefgh"[n], misconception=f"mistake-{n}" if n else None) for n in range(count)
    )
    return item(type="order", options=written, **changed)


def score_of(order, count=4):
    return score(shown(steps(count)), picking(*order))


def ids(of):
    return [each.id for each in of.options]


# Neighbours ab, bc, cd: the share of them that stand one right after the other.
@pytest.mark.parametrize(
    ("order", "value"),
    [
        ("abcd", "1"),  # 3/3
        ("dabc", "2"),  # ab, bc
        ("bcda", "2"),  # bc, cd
        ("abdc", "1/3"),  # ab
        ("cdab", "2"),  # ab, cd
        ("acbd", "0"),
        ("dcba", "0"),
    ],
)
def test_the_score_is_the_share_of_neighbours_in_order(order, value):
    expected = {"1": Decimal(1), "2": Decimal(2) / 3, "1/3": Decimal(1) / 3, "0": Decimal(0)}
    result = score_of(order)
    assert (result.value, result.right) == (expected[value], value == "1")


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_chance_level_is_the_mean_over_every_order(count):
    every = [score_of(order, count).value for order in permutations("abcdefgh"[:count])]
    assert chance(shown(steps(count))) == Decimal(1) / count
    assert abs(sum(every) / len(every) - Decimal(1) / count) < Decimal("1e-20")


def test_each_line_tells_whether_a_step_follows_the_one_before_it():
    lines = {line.option_id: line for line in score_of("abdc").lines}
    assert {name: line.picked for name, line in lines.items()} == {
        "b": True,
        "c": False,
        "d": False,
    }
    assert (lines["b"].points, lines["c"].points) == (Decimal(1) / 3, 0)


def test_a_step_that_comes_too_early_names_its_mistake():
    # c stands before b, which it follows; b and d still come after theirs.
    assert score_of("acbd").misconceptions == ("mistake-2",)
    assert score_of("dcba").misconceptions == ("mistake-1", "mistake-2", "mistake-3")


@given(some.text(min_size=1, max_size=8), some.integers(3, 7), some.booleans())
def test_what_is_shown_at_first_is_never_the_right_order(seed, count, shuffle):
    first = ids(shown(steps(count), seed, shuffle))
    assert first == ids(shown(steps(count), seed, shuffle))
    assert sorted(first) == list("abcdefgh"[:count])
    assert first != sorted(first)


def test_the_right_order_stands_behind_what_is_shown():
    assert [each.id for each in sequence(shown(steps(5)))] == list("abcde")


@pytest.mark.parametrize("given", [(), ("a", "b"), ("a", "b", "c", "c"), ("a", "b", "c", "x")])
def test_a_learner_who_has_not_placed_every_step_has_not_answered(given):
    assert unanswered(shown(steps()), Response(picked=given)) == "Put the steps in order first."
    assert score(shown(steps()), Response(picked=given)).value == 0


def test_on_paper_the_key_is_the_letters_in_order():
    made = worksheet(quiz([steps(4)], count=1), "seed", FACTS).questions[0]
    by_letter = dict(made.lettered)
    assert [by_letter[letter].id for letter in made.key.split(", ")] == list("abcd")


def said(**changed):
    return [(fault.rule, fault.place) for fault in faults(steps(**changed))]


def test_a_sound_item_has_no_fault():
    assert said() == []


@pytest.mark.parametrize("count", [1, 2, 8])
def test_steps_are_three_to_seven(count):
    assert said(count=count) == [("L03", "options")]


def test_two_steps_that_say_the_same_cannot_be_told_apart():
    twins = (*steps(3).options, option("d", text="option A "))
    found = list(faults(item(type="order", options=twins)))
    assert [(each.rule, each.place) for each in found] == [("L03", "options[d]")]
    assert "options[a]" in found[0].why


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"key": True}, "options[d].key"),
        ({"matches": "A word"}, "options[d].matches"),
        ({"text": None, "expr": "1", "format": "usd"}, "options[d].expr"),
    ],
)
def test_the_order_alone_says_what_is_right(changed, place):
    odd = option("d").model_copy(update=changed)
    found = faults(item(type="order", options=(*steps(3).options, odd)))
    assert [(each.rule, each.place) for each in found] == [("L01", place)]


def test_whoever_marks_paper_is_told_what_a_neighbour_in_order_earns():
    of = shown(steps(3))
    assert "earns 0.5; the first earns nothing" in kind_of(of).marking(of)  # ab and bc
