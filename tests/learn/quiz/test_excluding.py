"""Items that give each other away are never drawn together."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.quiz.excluding import apart, rivals, surely_drawn
from sizewise.learn.quiz.faults import faults
from tests.learn.builders import bank, begun, item, quiz

seeds = st.text(min_size=1, max_size=20)


def excluding(items, **pairs):
    """The items, of which some exclude others: `a1="b1"` makes skill-a-item-1 exclude another."""
    named = {_id(one): tuple(map(_id, others.split())) for one, others in pairs.items()}
    return [each.model_copy(update={"excludes": named.get(each.id, ())}) for each in items]


def _id(short):
    return f"skill-{'abc'.index(short[0])}-item-{short[1]}"


@given(seeds)
def test_a_pair_is_never_drawn_together_whichever_of_the_two_says_so(seed):
    ids = begun(quiz(excluding(bank(), a1="b2", c3="a1"), count=14), seed=seed).item_ids
    assert len(ids) == 14
    assert not {"skill-0-item-1", "skill-1-item-2"} <= set(ids)
    assert not {"skill-0-item-1", "skill-2-item-3"} <= set(ids)


def test_each_of_a_pair_is_drawn_some_day_and_so_is_everybody_else():
    paired = quiz(excluding(bank(1, 4), a0="a1"), count=3)
    drawn = Counter(id for n in range(60) for id in begun(paired, seed=f"seed-{n}").item_ids)
    assert drawn["skill-0-item-0"] + drawn["skill-0-item-1"] == 60
    assert min(drawn["skill-0-item-0"], drawn["skill-0-item-1"]) > 10
    assert drawn["skill-0-item-2"] == drawn["skill-0-item-3"] == 60


@given(seeds)
def test_every_skill_keeps_its_least_beside_what_is_excluded(seed):
    items = excluding(bank(3, 4), a0="a1 b0", b1="c1", c2="c3")
    paired = quiz(items, count=6, per_skill_min=2)
    assert list(faults(paired)) == []
    asked = Counter(id[: len("skill-0")] for id in begun(paired, seed=seed).item_ids)
    assert asked == {"skill-0": 2, "skill-1": 2, "skill-2": 2}


@given(seeds)
def test_an_item_that_excludes_nobody_is_drawn_as_before(seed):
    assert begun(quiz(excluding(bank())), seed=seed) == begun(quiz(bank()), seed=seed)


def test_a_second_try_asks_all_that_was_missed():
    paired = quiz(excluding(bank(1, 3), a0="a1"), count=2)
    both = ["skill-0-item-0", "skill-0-item-1"]
    assert set(begun(paired, "missed", only=both).item_ids) == set(both)


def test_what_excludes_an_earlier_one_or_one_beside_is_left_out():
    one, two, three, four = excluding(bank(1, 4), a0="a1", a2="a3")
    excluded = rivals([one, two, three, four])
    assert list(apart([one, two, three], [four], excluded)) == [one]


def test_items_that_exclude_each_other_by_others_between_count_as_one():
    chain = excluding(bank(2, 3), a0="a1", a1="a2", b0="b1")
    # {a0 a1 a2} {b0 b1} {b2}
    assert surely_drawn(chain) == (3, {"skill-0": 1, "skill-1": 2})


def test_items_bound_to_another_skill_are_sure_for_neither():
    assert surely_drawn(excluding(bank(2, 2), a0="b0")) == (3, {"skill-0": 1, "skill-1": 1})


# What authors hear


def said(items, **draw):
    return [f"{each.item_id}: {each.why} {each.fix}" for each in faults(quiz(items, **draw))]


def test_a_name_that_the_quiz_does_not_have():
    [told] = said([item("one-item", excludes=("two-itme",)), item("two-item")], count=1)
    assert told == "one-item: This quiz has no item `two-itme`. Did you mean two-item?"


def test_an_item_that_excludes_itself():
    assert "cannot exclude itself" in said([item(excludes=("one-item",))], count=1)[0]


def test_warm_up_items_are_excluded_by_none():
    warm = item("warm-item", type="pretest")
    [told] = said([item(excludes=("warm-item",)), warm], count=1)
    assert "all warm-up questions are asked" in told


def test_a_bank_too_small_for_the_draw():
    three = excluding(bank(1, 3), a0="a1")
    assert said(three, count=2) == []
    assert "draws 3 items, and `excludes` may leave it 2." in said(three, count=3)[0]


def test_a_skill_too_small_for_its_least():
    four = excluding(bank(2, 2), a0="b0")
    told = said(four, count=2, per_skill_min=2)
    assert "of every skill, and `excludes` may leave skill-0 1." in " ".join(told)
