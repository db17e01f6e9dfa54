"""From a response to a score."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.number import ResponseError
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.scoring import score, unanswered
from tests.learn.builders import item, mistake, multiple, numeric, picking, shown, typing

SCORINGS = ("balanced", "exact", "net")
pools = st.tuples(st.integers(2, 4), st.integers(2, 4))


def points(of, *ids):
    return score(shown(of), picking(*ids)).value


def near(value, expected):
    return abs(value - Decimal(expected)) < Decimal("1e-9")


def test_the_key_earns_the_point():
    result = score(shown(item()), picking("a1"))
    assert (result.value, result.right, result.feedback) == (1, True, "About a1.")
    assert result.misconceptions == ()


def test_a_distractor_earns_nothing_and_names_its_mistake():
    result = score(shown(item()), picking("z2"))
    assert (result.value, result.right) == (0, False)
    assert (result.misconceptions, result.feedback) == (("mistake-2",), "About z2.")


def test_a_warm_up_is_scored_like_a_single_item():
    assert points(item(type="pretest"), "a1") == 1


# Balanced, 3 keys and 2 distractors: hits / 3 - false picks / 2, never below 0.
@pytest.mark.parametrize(
    ("picked", "value"),
    [
        (("a1", "a2", "a3"), "1"),  # 3/3
        (("a1", "a2"), "0.6666666667"),  # 2/3
        (("a1", "a2", "a3", "z1"), "0.5"),  # 3/3 - 1/2
        (("a1", "a2", "z1"), "0.1666666667"),  # 2/3 - 1/2
        (("a1", "z1"), "0"),  # 1/3 - 1/2 is below 0
        (("z1",), "0"),
        (("a1", "a2", "a3", "z1", "z2"), "0"),  # 3/3 - 2/2
    ],
)
def test_balanced_scoring_takes_as_much_as_it_gives(picked, value):
    assert near(points(multiple(3, 2), *picked), value)


@pytest.mark.parametrize(
    ("picked", "value"), [(("a1", "a2"), "1"), (("a1",), "0"), (("a1", "a2", "z1"), "0")]
)
def test_exact_scoring_wants_all_keys_and_nothing_else(picked, value):
    assert points(multiple(2, 2, scoring="exact"), *picked) == Decimal(value)


@pytest.mark.parametrize(
    ("picked", "value"),
    [
        (("a1", "a2"), "1"),  # 2/2
        (("a1", "a2", "z1"), "0.5"),  # (2 - 1)/2
        (("a1", "z1", "z2"), "0"),  # (1 - 2)/2 is below 0
    ],
)
def test_net_scoring_takes_a_hit_back_for_each_false_pick(picked, value):
    assert points(multiple(2, 3, scoring="net"), *picked) == Decimal(value)


@given(pools)
def test_picking_everything_earns_nothing(pool):
    everything = multiple(*pool)
    assert points(everything, *(option.id for option in everything.options)) == 0


@given(pools, st.sampled_from(SCORINGS))
def test_picking_all_keys_earns_the_whole_point(pool, scoring):
    several = multiple(*pool, scoring=scoring)
    result = score(shown(several), picking(*(option.id for option in several.keys)))
    assert (result.value, result.right) == (1, True)


@given(pools, st.sampled_from(SCORINGS), st.data())
def test_a_score_lies_between_nothing_and_one(pool, scoring, data):
    several = multiple(*pool, scoring=scoring)
    ids = [option.id for option in several.options]
    result = score(shown(several), picking(*data.draw(st.lists(st.sampled_from(ids)))))
    assert 0 <= result.value <= 1
    assert result.right == (result.value == 1)


@given(pools, st.sampled_from(["balanced", "net"]), st.data())
def test_the_sum_over_the_options_is_the_score(pool, scoring, data):
    several = multiple(*pool, scoring=scoring)
    ids = [option.id for option in several.options]
    result = score(shown(several), picking(*data.draw(st.sets(st.sampled_from(ids)))))
    total = max(Decimal(0), sum(line.points for line in result.lines))
    assert abs(total - result.value) < Decimal("1e-20")


def test_three_thirds_are_a_whole():
    assert points(multiple(3, 3), "a1", "a2", "a3") == 1


def test_each_line_tells_what_the_option_added():
    lines = {line.option_id: line for line in score(shown(multiple()), picking("a1", "z1")).lines}
    assert {id: line.points for id, line in lines.items()} == {
        "a1": Decimal("0.5"),
        "a2": 0,
        "z1": Decimal("-0.5"),
        "z2": 0,
    }
    assert (lines["a2"].picked, lines["a2"].key) == (False, True)


def test_several_false_picks_name_each_mistake_once():
    assert set(score(shown(multiple()), picking("z1", "z2", "a1")).misconceptions) == {
        "mistake-1",
        "mistake-2",
    }


def test_an_option_that_is_gone_is_passed_over():
    assert points(item(), "gone") == 0


@pytest.mark.parametrize("typed", ["1.47", "$1.47", "1,47", "1.48", "1.4553", "1.4847"])
def test_a_number_within_one_percent_is_right(typed):  # 1.47 x 0.01 = 0.0147
    assert score(shown(numeric("1.47")), typing(typed)).right


@pytest.mark.parametrize("typed", ["1.4552", "1.4848", "147", "-1.47", "0"])
def test_a_number_farther_off_is_wrong(typed):
    assert score(shown(numeric("1.47")), typing(typed)).value == 0


@pytest.mark.parametrize(
    ("key", "unit", "typed"),
    [
        ("1450", "calls", "1.450"),
        ("1450.4", "tokens a month", "1.450"),  # whole or not, nobody means 1.45
        ("1450", "minutes", "1.450"),
        ("1450", None, "1.450"),
        ("1450", "calls", "1450.000"),
        ("1.45", "seconds", "1.450"),
        ("38", "seconds", "38.125"),
        ("32", "good calls per minute", "32.125"),
        ("85", "percent", "85.125"),
        ("75", "dollars a month", "75.125"),
        ("17", "times the old bill", "17.125"),
        ("14", "messages", "14.000"),
    ],
)
def test_a_point_is_read_by_what_is_asked_for(key, unit, typed):
    assert score(shown(numeric(key, unit=unit)), typing(typed)).right


def test_a_thousandth_part_of_a_sum_of_money_is_not_the_sum():
    assert not score(shown(numeric("1234", unit="dollars")), typing("1.234")).right


def test_where_percent_is_asked_for_a_fraction_is_one_of_a_percent():
    third = shown(numeric("1/3", format="percent", tolerance=Decimal("0.02")))
    assert score(third, typing("33.3")).right
    assert score(third, typing("33 1/3 %")).right
    assert not score(third, typing("1/3")).right


def test_an_author_may_ask_for_the_exact_number():
    exact = shown(numeric("1200", tolerance=Decimal(0)))
    assert score(exact, typing("1,200")).right
    assert not score(exact, typing("1,201")).right


def test_nothing_but_zero_is_near_zero():
    zero = shown(numeric("0"))
    assert score(zero, typing("0.00")).right
    assert not score(zero, typing("0.001")).right


def test_a_known_wrong_number_names_its_mistake():
    known = shown(
        numeric("1.47", mistakes=(mistake("5.55", "swapped"), mistake("147", "by-cents")))
    )
    result = score(known, typing("$5.55"))
    assert (result.value, result.misconceptions) == (0, ("swapped",))
    assert result.feedback == "You took 5.55."


def test_of_two_known_mistakes_the_nearer_is_named():
    both = shown(numeric("1", mistakes=(mistake("100", "one"), mistake("101", "other"))))
    assert score(both, typing("100.9")).misconceptions == ("other",)


def test_an_unknown_wrong_number_names_nothing():
    result = score(shown(numeric("1.47")), typing("3"))
    assert (result.misconceptions, result.feedback) == ((), None)


def test_an_unreadable_number_is_not_scored():
    with pytest.raises(ResponseError):
        score(shown(numeric()), typing("a lot"))


@pytest.mark.parametrize(
    ("of", "response", "sentence"),
    [
        (item(), picking(), "Choose one answer first."),
        (item(), picking("gone"), "Choose one answer first."),
        (multiple(), picking(), "Choose at least one answer first."),
        (numeric(), typing(None), "Type a number first."),
        (numeric(), typing("  "), "Type a number first."),
    ],
)
def test_nothing_given_is_asked_for(of, response, sentence):
    assert unanswered(shown(of), response) == sentence


@pytest.mark.parametrize(
    ("of", "response"),
    [(item(), picking("z1")), (multiple(), picking("a1", "z1")), (numeric(), typing("x"))],
)
def test_something_given_is_not_asked_for_again(of, response):
    assert unanswered(shown(of), response) is None


responses = st.builds(
    Response,
    picked=st.lists(st.text(max_size=8), max_size=5).map(tuple),
    number=st.none() | st.text(max_size=20),
    matched=st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=5).map(tuple),
)


@given(responses)
def test_a_response_survives_the_record(response):
    assert Response.from_json(response.to_json()) == response


def test_a_response_from_before_there_was_matching_stays_readable():
    assert Response.from_json('{"picked": ["a"], "number": null}') == picking("a")
    assert picking("a").to_json() == '{"picked": ["a"], "number": null}'


@pytest.mark.parametrize("ask", [score, unanswered])
def test_a_type_that_nobody_wrote_a_kind_for_is_no_single_choice(ask):
    unknown = replace(shown(item()), type="hotspot")
    with pytest.raises(KeyError, match="hotspot"):
        ask(unknown, picking("a1"))


def test_a_rule_of_scoring_that_nobody_wrote_is_no_other_rule():
    with pytest.raises(AssertionError, match="generous"):
        score(replace(shown(multiple()), scoring="generous"), picking("a1"))


# Balanced, 3 keys and 2 distractors: 1/3 for a hit, 1/2 for a false pick. Net: 1/3 for both.
@pytest.mark.parametrize(
    ("scoring", "gain", "loss"), [("balanced", "0.33", "0.5"), ("net", "0.33", "0.33")]
)
def test_whoever_marks_paper_is_told_what_a_pick_earns_and_takes(scoring, gain, loss):
    of = shown(multiple(3, 2, scoring=scoring))
    told = kind_of(of).marking(of)
    assert f"Each of these earns {gain}, and each other letter takes {loss} away" in told


@pytest.mark.parametrize("of", [multiple(3, 2, scoring="exact"), item(), numeric()])
def test_whoever_marks_paper_is_told_no_part_where_all_or_nothing_counts(of):
    assert "0." not in kind_of(shown(of)).marking(shown(of))
