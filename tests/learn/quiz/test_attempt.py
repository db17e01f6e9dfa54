"""Drawing items, and each answer on the way."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.quiz.item import Shuffle
from sizewise.learn.quiz.number import ResponseError
from tests.learn.builders import (
    NOON,
    answered,
    bank,
    begun,
    item,
    multiple,
    numeric,
    picking,
    quiz,
    shown,
    standing,
    template,
    typing,
)

seeds = st.text(min_size=1, max_size=20)


def answer(of, response, mode="practice", hints=0, **how):
    return begun(quiz([of], count=1), mode).answer(shown(of), response, NOON, hints, **how)


def test_an_answer_keeps_how_sure_it_was_and_how_long_it_took():
    told = answer(item(), picking("a1"), certainty="sure", took_ms=4200)
    assert (told.certainty, told.took_ms) == ("sure", 4200)


def test_an_exam_keeps_no_certainty():
    told = answer(item(), picking("a1"), "exam", certainty="sure", took_ms=4200)
    assert (told.certainty, told.took_ms) == (None, 4200)


def test_a_seed_draws_the_same_items_in_the_same_order_in_any_year():
    assert begun(quiz(bank()), seed="seed").item_ids == (
        "skill-1-item-0",
        "skill-0-item-2",
        "skill-0-item-3",
        "skill-0-item-0",
        "skill-1-item-4",
    )


def test_different_seeds_draw_differently():
    drawn = {begun(quiz(bank()), seed=f"seed-{n}").item_ids for n in range(100)}
    assert len(drawn) == 100  # of 18 * 17 * 16 * 15 * 14 = 1,028,160 ways


def test_items_stand_in_the_order_of_the_published_hash():
    ids = begun(quiz(bank()), seed="seed").item_ids
    assert list(ids) == sorted(ids, key=lambda id: sha256(f"seed|{id}".encode()).hexdigest())


@given(seeds, st.integers(1, 18))
def test_as_many_items_are_drawn_as_the_quiz_says(seed, count):
    ids = begun(quiz(bank(), count=count), seed=seed).item_ids
    assert len(ids) == len(set(ids)) == count


@given(seeds, st.integers(0, 3), st.integers(9, 15))
def test_every_skill_has_its_least(seed, least, count):
    ids = begun(quiz(bank(skills=3), count=count, per_skill_min=least), seed=seed).item_ids
    asked = Counter(id[: len("skill-0")] for id in ids)
    assert len(ids) == count
    assert all(asked[f"skill-{s}"] >= least for s in range(3))


def test_the_least_of_each_skill_is_kept_even_beyond_the_count():
    assert len(begun(quiz(bank(skills=3), count=1, per_skill_min=2)).item_ids) == 6


def test_every_item_is_drawn_some_day():
    small = quiz(bank(), count=3)
    drawn = {id for n in range(100) for id in begun(small, seed=f"seed-{n}").item_ids}
    assert drawn == {each.id for each in bank()}


def test_a_small_bank_gives_all_it_has():
    assert len(begun(quiz(bank(skills=1, each=2), count=15)).item_ids) == 2


def test_without_shuffling_items_stand_as_written():
    ordered = quiz(bank(), count=18, shuffle=Shuffle(items=False))
    assert begun(ordered).item_ids == tuple(each.id for each in bank())


def test_warm_up_items_are_asked_before_the_lesson_only():
    both = quiz([*bank(1, 3), item("warm-up", type="pretest")], count=4)
    assert begun(both, "pretest").item_ids == ("warm-up",)
    assert begun(both, "exam").item_ids == begun(quiz(bank(1, 3), count=4)).item_ids


def test_a_second_try_asks_what_was_missed_and_is_still_there():
    again = begun(quiz(bank()), "missed", only=["skill-1-item-2", "skill-0-item-4", "gone"])
    assert set(again.item_ids) == {"skill-1-item-2", "skill-0-item-4"}


def test_an_answer_holds_all_that_the_record_needs():
    of = template()
    seen = shown(of)
    given_answer = answer(of, picking("b"))
    assert (given_answer.item_id, given_answer.item_version) == (of.id, seen.version)
    assert (given_answer.skill, given_answer.at, given_answer.score) == ("skill-one", NOON, 0)
    assert given_answer.chance == Decimal(1) / 3  # of three options


@pytest.mark.parametrize(
    ("mode", "hints", "credit"),
    [
        ("practice", 0, "1"),
        ("practice", 1, "0.5"),
        ("practice", 3, "0.5"),  # halved once, however many hints
        ("missed", 0, "0.5"),
        ("missed", 2, "0.5"),  # and not twice for both reasons
        ("exam", 0, "1"),
        ("pretest", 0, "0"),
    ],
)
def test_a_hint_or_a_second_try_halves_the_credit(mode, hints, credit):
    of = item(type="pretest") if mode == "pretest" else item()
    given_answer = answer(of, picking("a1"), mode, hints)
    assert (given_answer.score, given_answer.credit) == (1, Decimal(credit))


def test_part_of_a_point_is_halved_too():
    assert answer(multiple(), picking("a1"), hints=1).credit == Decimal("0.25")


@pytest.mark.parametrize(("mode", "first"), [("practice", True), ("exam", True), ("missed", False)])
def test_a_second_try_is_no_first_try(mode, first):
    assert answer(item(), picking("a1"), mode).first_try is first


def test_the_mistakes_behind_an_answer_are_kept():
    assert answer(item(), picking("z3")).misconceptions == ("mistake-3",)


def test_an_item_of_another_attempt_is_refused():
    with pytest.raises(ValueError, match="attempt attempt does not ask another-item"):
        begun(quiz([item()], count=1)).answer(shown(item("another-item")), picking("a1"), NOON)


def test_no_answer_is_no_wrong_answer():
    with pytest.raises(ResponseError, match="Choose one answer first"):
        answer(item(), picking())


# Finished


FOUR = quiz(bank(2, 2), count=4)


def after(*places, position=0, attempt=None):
    """Where an attempt stands when the items at these places are answered."""
    attempt = attempt or begun(FOUR)
    answers = [answered(item_id=attempt.item_ids[each]) for each in places]
    return standing(attempt, answers, position)


def without(*places):
    """The bank of FOUR after the items at these places of an attempt have left it."""
    gone = {begun(FOUR).item_ids[each] for each in places}
    return quiz([each for each in FOUR.items if each.id not in gone] or [item()], count=4)


def test_what_still_wants_an_answer_stands_in_the_order_asked():
    ids = begun(FOUR).item_ids
    assert after(1).waiting(FOUR) == (ids[0], ids[2], ids[3])


@pytest.mark.parametrize("mode", ["practice", "exam", "missed"])
def test_an_attempt_is_finished_with_its_last_answer_pressed_on_or_not(mode):
    attempt = begun(FOUR, mode, only=[each.id for each in FOUR.items])
    assert not after(0, 1, 2, position=3, attempt=attempt).finished(FOUR)
    assert after(0, 1, 2, 3, position=3, attempt=attempt).finished(FOUR)
    assert after(0, 1, 2, 3, position=4, attempt=attempt).finished(FOUR)


@pytest.mark.parametrize("gone", range(4))
def test_an_attempt_whose_unanswered_item_left_the_bank_is_finished_without_it(gone):
    others = [place for place in range(4) if place != gone]
    assert not after(*others[:2]).finished(without(gone))
    assert after(*others).finished(without(gone))


def test_an_attempt_all_of_whose_items_left_the_bank_is_finished():
    assert after().finished(without(0, 1, 2, 3))


def test_an_item_that_was_passed_over_while_it_was_away_is_not_asked_when_it_is_back():
    assert not after(0, 1, 2, position=3).finished(FOUR)
    assert after(0, 1, 2, position=4).finished(FOUR)


# What an item explains of an answer


def test_an_item_explains_the_score_of_an_answer_to_it():
    of = item()
    assert answer(of, picking("a1")).explained_by(shown(of)).right
    assert not answer(of, picking("z1")).explained_by(shown(of)).right


def test_an_item_of_another_version_explains_nothing():
    told = answer(item(), picking("a1"))
    assert told.explained_by(shown(item(explanation="Another reason for the same key."))) is None


def test_an_item_that_comes_to_another_score_explains_nothing():
    told = replace(answer(item(), picking("a1")), score=Decimal(0))
    assert told.explained_by(shown(item())) is None


def test_a_number_that_can_no_longer_be_read_is_not_explained():
    of = numeric("1.47")
    told = replace(answer(of, typing("1.47")), response=typing("one and a half"))
    assert told.explained_by(shown(of)) is None
