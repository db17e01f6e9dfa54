"""Things to match with what belongs to them."""

from decimal import Decimal
from itertools import permutations, product

import pytest

from sizewise.learn.quiz.kinds import faults, kind_of
from sizewise.learn.quiz.kinds.match import pairs
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.scoring import chance, score, unanswered
from sizewise.learn.quiz.worksheet import worksheet
from tests.learn.builders import FACTS, item, option, quiz, shown


def things(count=3, spare=1, **changed):
    """Things that a, b, c... belong to, and options z1, z2... that fit nothing."""
    fitting = tuple(
        option("abcdefgh"[n], matches=f"Thing {n}", misconception=f"mistake-{n}")
        for n in range(count)
    )
    rest = tuple(option(f"z{n}", misconception=f"spare-{n}") for n in range(1, spare + 1))
    return item(type="match", options=fitting + rest, **changed)


def choosing(**chosen):
    return Response(matched=tuple(chosen.items()))


def test_the_score_is_the_share_of_pairs_that_are_right():
    result = score(shown(things()), choosing(a="a", b="z1", c="c"))
    assert (result.value, result.right) == (Decimal(2) / 3, False)  # a and c of three


def test_whoever_marks_paper_is_told_what_a_pair_earns():
    of = shown(things(4))
    assert kind_of(of).marking(of) == "Each right pair earns 0.25."


def test_every_pair_right_is_the_whole_point():
    result = score(shown(things()), choosing(a="a", b="b", c="c"))
    assert (result.value, result.right, result.misconceptions) == (1, True, ())


@pytest.mark.parametrize("spare", [0, 1, 2])
def test_the_chance_level_is_the_mean_over_every_answer(spare):
    of = shown(things(3, spare))
    options = [each.id for each in of.options]
    ways = {"again and again": product(options, repeat=3), "once each": permutations(options, 3)}
    for answers in ways.values():
        every = [score(of, choosing(**dict(zip("abc", each, strict=True)))) for each in answers]
        mean = sum(each.value for each in every) / len(every)
        assert abs(mean - chance(of)) < Decimal("1e-20")
    assert chance(of) == Decimal(1) / (3 + spare)


def test_a_mistake_is_that_of_the_option_chosen_wrongly():
    result = score(shown(things()), choosing(a="b", b="b", c="z1"))
    assert result.misconceptions == ("mistake-1", "spare-1")


def test_each_line_tells_whether_a_pair_is_right():
    lines = {each.option_id: each for each in score(shown(things()), choosing(a="a", b="c")).lines}
    assert {name: line.picked for name, line in lines.items()} == {
        "a": True,
        "b": False,
        "c": False,
    }
    assert (lines["a"].points, lines["b"].points) == (Decimal(1) / 3, 0)


def test_things_stand_as_the_author_wrote_them_and_options_never_do_on_purpose():
    seeds = [shown(things(4, 0), f"seed-{n}", False) for n in range(9)]
    assert len({tuple(option.id for option in each.options) for each in seeds}) > 1
    assert [each.id for each in pairs(shown(things(4)))] == list("abcd")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choose one for each first: 3 are open."),
        ({"a": "a", "b": "b"}, "Choose one for each first: 1 is open."),
        ({"a": "a", "b": "b", "c": "gone"}, "Choose one for each first: 1 is open."),
        ({"a": "a", "b": "b", "c": "z1"}, None),
    ],
)
def test_every_thing_wants_an_option(given, sentence):
    assert unanswered(shown(things()), choosing(**given)) == sentence


def test_on_paper_the_key_is_a_letter_for_each_number():
    made = worksheet(quiz([things(3)], count=1), "seed", FACTS).questions[0]
    by_letter = dict(made.lettered)
    key = dict(each.split(" ") for each in made.key.split(", "))
    assert {number: by_letter[letter].id for number, letter in key.items()} == {
        "1": "a",
        "2": "b",
        "3": "c",
    }


def said(of):
    return [(fault.rule, fault.place) for fault in faults(of)]


def test_a_sound_item_has_no_fault():
    assert said(things()) == said(things(3, 0)) == []


def test_there_are_three_to_six_pairs_and_at_most_eight_options():
    assert said(things(2, 2)) == said(things(7, 0)) == [("L03", "options")]
    assert said(things(6, 3)) == [("L03", "options")]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"text": " option a"}, "options[d]"),
        ({"matches": "THING 0"}, "options[d].matches"),
    ],
)
def test_two_that_say_the_same_cannot_be_told_apart(changed, place):
    twin = option("d", matches="Thing 9").model_copy(update=changed)
    assert said(item(type="match", options=(*things(3, 0).options, twin))) == [("L03", place)]


def test_a_key_is_marked_by_what_it_matches_alone():
    odd = option("d", matches="Thing 9", key=True)
    options = (*things(3, 0).options, odd)
    assert said(item(type="match", options=options)) == [("L01", "options[d].key")]


@pytest.mark.parametrize("type", ["single", "multiple", "order"])
def test_nothing_is_matched_in_another_type(type):
    options = (option("a", key=True), option("b", key=True), option("c"), option("d", matches="It"))
    assert ("L01", "options[d].matches") in said(item(type=type, options=options))
