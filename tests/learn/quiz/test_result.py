"""What an attempt came to."""

from decimal import Decimal

import pytest

from sizewise.learn.quiz.result import points_to_pass, result
from tests.learn.builders import (
    NOON,
    answered,
    bank,
    begun,
    item,
    multiple,
    picking,
    quiz,
    shown,
    standing,
)


def outcome(of, attempt, *rights):
    """The result when the first items are answered right or wrong, the others not at all."""
    answers = [_answer(of, attempt, n, right) for n, right in enumerate(rights)]
    return result(of, standing(attempt, answers))


def _answer(of, attempt, place, right):
    asked = of.item(attempt.item_ids[place])
    return attempt.answer(shown(asked), picking("a1" if right else "z1"), NOON)


def test_points_are_the_sum_of_credits():
    four = quiz(bank(2, 2), count=4)
    ended = outcome(four, begun(four), True, False, True, True)
    assert (ended.points, ended.out_of, ended.share) == (3, 4, Decimal("0.75"))


@pytest.mark.parametrize(("right", "passed"), [(2, False), (3, True), (4, True)])
def test_the_pass_mark_itself_passes(right, passed):
    four = quiz(bank(2, 2), count=4, pass_mark=Decimal("0.75"))
    assert outcome(four, begun(four), *[n < right for n in range(4)]).passed is passed


@pytest.mark.parametrize(
    ("mark", "out_of", "fewest"),
    [("0.7", 15, "10.5"), ("0.75", 4, "3"), ("0.67", 7, "4.69"), ("0.666", 7, "4.67")],  # 4.662
)
def test_the_fewest_points_that_pass_are_the_mark_of_all_to_the_hundredth(mark, out_of, fewest):
    of = quiz(bank(), pass_mark=Decimal(mark))
    assert points_to_pass(of, out_of) == Decimal(fewest)


def test_thirds_that_add_up_to_the_pass_mark_pass():
    # 2/3 + 2/3 + 2/3 = 2 of 4 points = 0.5, though decimal thirds add up to 1.9999...8
    thirds = [multiple(3, 2).model_copy(update={"id": f"item-{n}"}) for n in range(3)]
    four = quiz([*thirds, item("item-3")], count=4, pass_mark=Decimal("0.5"))
    attempt = begun(four)
    answers = [
        attempt.answer(
            shown(each), picking("a1", "a2") if each.type == "multiple" else picking("z1"), NOON
        )
        for each in four.items
    ]
    assert result(four, standing(attempt, answers)).passed


def test_an_item_without_an_answer_earns_nothing_and_is_missed():
    four = quiz(bank(2, 2), count=4)
    attempt = begun(four)
    ended = outcome(four, attempt, True)
    assert (ended.share, ended.missed) == (Decimal("0.25"), attempt.item_ids[1:])


def test_missed_items_stand_in_the_order_they_were_asked():
    four = quiz(bank(2, 2), count=4)
    attempt = begun(four)
    ended = outcome(four, attempt, False, True, False, False)
    assert ended.missed == (attempt.item_ids[0], *attempt.item_ids[2:])


def test_skills_stand_in_the_order_of_the_bank_and_add_up():
    twelve = quiz(bank(3, 4), count=12)
    ended = outcome(twelve, begun(twelve), *[n % 3 > 0 for n in range(12)])
    assert [line.skill for line in ended.by_skill] == ["skill-0", "skill-1", "skill-2"]
    assert [line.out_of for line in ended.by_skill] == [4, 4, 4]
    assert sum(line.points for line in ended.by_skill) == ended.points == 8


def test_chance_is_the_mean_over_the_answered_items():
    two = quiz([item("item-1"), multiple().model_copy(update={"id": "item-2"})], count=2)
    attempt = begun(two)
    answers = [attempt.answer(shown(each), picking("a1"), NOON) for each in two.items]
    assert result(two, standing(attempt, answers)).chance == Decimal("0.225")  # (1/4 + 3/15) / 2


def test_an_item_that_left_the_bank_unanswered_does_not_count():
    attempt = begun(quiz(bank(1, 4), count=4))
    smaller = quiz([each for each in bank(1, 4) if each.id != attempt.item_ids[3]], count=3)
    ended = outcome(smaller, attempt, True, True, True)
    assert (ended.out_of, ended.share, ended.missed) == (3, 1, ())


def test_an_item_that_left_the_bank_after_its_answer_still_counts():
    attempt = begun(quiz(bank(1, 2), count=2))
    gone, kept = attempt.item_ids
    smaller = quiz([each for each in bank(1, 2) if each.id == kept], count=1)
    ended = result(smaller, standing(attempt, [answered(item_id=gone, skill="skill-0")]))
    assert (ended.points, ended.out_of, ended.missed) == (1, 2, (kept,))


def test_an_item_that_was_passed_over_while_it_was_away_does_not_count_when_it_is_back():
    two = quiz(bank(1, 2), count=2)
    attempt = begun(two)
    answers = [_answer(two, attempt, 0, True)]
    assert result(two, standing(attempt, answers, position=2)).out_of == 1


def test_a_score_counts_as_it_was_given_whatever_the_item_says_today():
    two = quiz(bank(1, 2), count=2)
    first, second = begun(two).item_ids
    then = [answered(False, item_id=first), answered(True, item_id=second)]
    ended = result(two, standing(begun(two), then))
    assert (ended.points, ended.missed) == (1, (first,))


def test_a_warm_up_counts_for_nothing_and_never_passes():
    warm = quiz([item("warm-up", type="pretest")], count=1)
    ended = outcome(warm, begun(warm, "pretest"), True)
    assert (ended.points, ended.passed, ended.missed) == (0, False, ())


def test_nothing_asked_is_nothing_passed():
    none = quiz(bank(1, 1), count=1)
    ended = outcome(none, begun(none, "missed", only=[]))
    assert (ended.out_of, ended.share, ended.passed, ended.chance) == (0, 0, False, 0)
