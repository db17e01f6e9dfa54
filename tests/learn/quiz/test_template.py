"""An item as one learner sees it."""

from decimal import Decimal
from hashlib import sha256
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.quiz.item import ChoiceVariable, NumericAnswer, RangeVariable, Steps
from sizewise.learn.quiz.scoring import chance, score
from sizewise.learn.quiz.template import TemplateError, draws, show, values, version
from tests.learn.builders import (
    FACTS,
    item,
    mistake,
    multiple,
    numeric,
    option,
    options,
    picking,
    shown,
    template,
)

seeds = st.text(min_size=1, max_size=20)


def order(of, seed):
    return [option.id for option in shown(of, seed).options]


def test_a_seed_shows_the_same_item_in_any_year():
    item_shown = shown(template(), "seed")
    assert item_shown.stem == "One call sends 500 and writes 380 tokens. What does it cost?"
    assert [(each.id, each.text) for each in item_shown.options] == [
        ("c", "$0.000132"),
        ("a", "$0.000303"),
        ("b", "$0.000357"),
    ]
    assert order(item(), "another") == ["a1", "z3", "z1", "z2"]


def test_different_seeds_give_different_orders():
    assert len({tuple(order(item(), f"seed-{n}")) for n in range(200)}) == 24  # all of 4!


def test_no_place_is_favoured():
    first = [order(item(), f"seed-{n}")[0] for n in range(400)]
    # 400 / 4 = 100 each; 4 standard deviations are 4 * sqrt(400 * 1/4 * 3/4) = 35
    assert all(abs(first.count(id) - 100) <= 35 for id in ("a1", "z1", "z2", "z3"))


def test_the_order_is_the_published_hash():
    ids = ["a1", "z1", "z2", "z3"]
    by_hash = sorted(ids, key=lambda id: sha256(f"seed|one-item|{id}".encode()).hexdigest())
    assert order(item(), "seed") == by_hash


@given(seeds)
def test_without_shuffling_the_author_decides(seed):
    assert [each.id for each in shown(item(), seed, shuffle=False).options] == [
        "a1",
        "z1",
        "z2",
        "z3",
    ]


@given(seeds)
def test_true_stays_before_false(seed):
    both = (option("t", text="True", key=True), option("f", text="False"))
    assert order(item(type="boolean", options=both), seed) == ["t", "f"]


@given(seeds)
def test_numbers_to_choose_from_ascend(seed):
    amounts = [Decimal(each.text.removeprefix("$")) for each in shown(template(), seed).options]
    assert all(low < high for low, high in pairwise(amounts))


@given(seeds)
def test_every_drawn_value_is_one_of_those_listed(seed):
    drawn = values(template(), seed, FACTS)
    assert drawn["n_in"] in (500, 800, 1200)
    assert drawn["n_out"] in range(300, 401, 10)
    assert drawn["p_in"] == Decimal("0.15")
    assert drawn["window"] == 128_000


def test_every_listed_value_is_drawn_some_day():
    drawn = [values(template(), f"seed-{n}", FACTS) for n in range(300)]
    assert {each["n_in"] for each in drawn} == {500, 800, 1200}
    assert {each["n_out"] for each in drawn} == set(range(300, 401, 10))


def test_the_key_is_worked_out_from_what_was_drawn():
    fixed = {
        **template().variables,
        "n_in": ChoiceVariable(choice=(1200,)),
        "n_out": ChoiceVariable(choice=(300,)),
    }
    seen = shown(template(variables=fixed))
    # 1200 x 0.15 / 1e6 = 0.00018; 300 x 0.60 / 1e6 = 0.00018; together 0.00036
    assert [each.text for each in seen.options if each.key] == ["$0.00036"]
    assert seen.stem == "One call sends 1,200 and writes 300 tokens. What does it cost?"


def test_facts_are_filled_in_before_variables():
    seen = shown(template(stem="At {{price gpt-4o-mini input}} a million, {n_in} tokens?"))
    assert seen.stem.startswith("At $0.15 a million, ")


def test_every_text_of_an_item_is_filled_in():
    seen = shown(
        template(
            options=(option("a", text="{p_in}", key=True), option("b", text="No")),
            hints=("Look at {p_in}.",),
            explanation="It is {p_in}, so {p_in*2:usd}.",
            alt="A bill of {p_in}.",
        )
    )
    assert {"0.15", "No"} == {each.text for each in seen.options}
    assert (seen.hints, seen.alt) == (("Look at 0.15.",), "A bill of 0.15.")
    assert seen.explanation == "It is 0.15, so $0.30."


def test_a_mistyped_variable_is_told():
    with pytest.raises(TemplateError, match=r"`\{n_inn\}` names no variable; known: n_in, n_out"):
        shown(template(stem="What do {n_inn} tokens cost?"))


def test_braces_are_left_alone_where_nothing_is_drawn():
    assert shown(item(stem='Is {name} or {"a": 1} sent?')).stem == 'Is {name} or {"a": 1} sent?'


def test_an_empty_range_is_told():
    backwards = {"n": RangeVariable(range=Steps(start=5, stop=1))}
    with pytest.raises(TemplateError, match="a range from 5 to 1 by 1 is empty"):
        shown(template(variables=backwards, stem="{n}", options=options(1, 2)))


def test_all_combinations_are_tried_once():
    tried = [tuple(each.values()) for each in draws(template(), FACTS)]
    assert len(tried) == len(set(tried)) == 3 * 11


def test_of_too_many_combinations_a_fixed_sample_is_tried():
    huge = {"n": RangeVariable(range=Steps(start=0, stop=10**6 - 1))}
    wide = template(variables={**template().variables, **huge})
    tried = list(draws(wide, FACTS, limit=50))
    assert len(tried) == 50
    assert tried == list(draws(wide, FACTS, limit=50))


@given(seeds)
def test_every_draw_is_among_the_combinations(seed):
    assert values(template(), seed, FACTS) in list(draws(template(), FACTS))


@pytest.mark.parametrize("seed", [f"seed-{n}" for n in range(100)])
def test_a_hundred_seeds_give_sound_items(seed):
    seen = shown(template(), seed)
    assert len({each.text for each in seen.options}) == 3
    assert score(seen, picking("a")).value == 1


def test_a_changed_word_is_another_version():
    assert version(item()) == "982d7a358c12"  # the same tomorrow: the record holds it
    assert version(item()) != version(item(explanation="Because!"))
    assert len(version(item())) == 12
    assert version(item(excludes=("another-item",))) == version(item())


def test_chance_of_one_answer_is_one_in_the_options():
    assert chance(shown(item())) == Decimal("0.25")


def test_a_typed_number_is_not_guessed():
    assert chance(shown(numeric())) == 0


@pytest.mark.parametrize(
    ("scoring", "mean"), [("balanced", "3/15"), ("exact", "1/15"), ("net", "3/15")]
)
def test_chance_of_several_is_the_mean_over_all_picks(scoring, mean):
    # Two keys, two distractors, 2^4 - 1 = 15 picks. Balanced and net: one key alone .5 (2 picks),
    # both keys 1, both keys and one distractor .5 (2 picks), all others 0: together 3.
    top, below = mean.split("/")
    assert abs(chance(shown(multiple(scoring=scoring))) - Decimal(top) / Decimal(below)) < Decimal(
        "1e-20"
    )


@pytest.mark.parametrize("scoring", ["balanced", "exact", "net"])
@pytest.mark.parametrize(("keys", "wrong"), [(2, 2), (2, 3), (3, 2), (4, 2)])
def test_chance_agrees_with_trying_every_pick(scoring, keys, wrong):
    seen = shown(multiple(keys, wrong, scoring=scoring))
    ids = [each.id for each in seen.options]
    picks = [[id for n, id in enumerate(ids) if mask >> n & 1] for mask in range(1, 2 ** len(ids))]
    mean = sum(score(seen, picking(*pick)).value for pick in picks) / len(picks)
    assert abs(chance(seen) - mean) < Decimal("1e-20")


def test_a_percentage_is_held_as_it_is_typed():
    share = item(
        type="numeric",
        options=(),
        answer=NumericAnswer(expr="47/50", format="percent", mistakes=(mistake("50/47"),)),
    )
    answer = shown(share).answer
    assert (answer.value, answer.text) == (94, "94%")
    assert round(answer.mistakes[0].value, 2) == Decimal("106.38")  # 50 / 47 = 1.0638


def test_the_draws_of_a_sample_come_from_the_whole_range():
    wide = template(variables={"n": RangeVariable(range=Steps(start=1, stop=10**6))}, stem="{n}?",
                    options=options(1, 2))  # fmt: skip
    drawn = [each["n"] for each in islice(draws(wide, FACTS, limit=200), 200)]
    assert min(drawn) < 100_000
    assert max(drawn) > 900_000


def test_the_same_facts_are_asked_on_the_day_of_the_attempt():
    class Tomorrow(type(FACTS)):
        def price(self, model, field):
            return super().price(model, field) * 2

    today, tomorrow = show(template(), "s", FACTS), show(template(), "s", Tomorrow())
    assert today.stem == tomorrow.stem
    assert [each.text for each in today.options] != [each.text for each in tomorrow.options]
