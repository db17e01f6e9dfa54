"""A quiz on paper: the same sheet for the same seed, and letters that betray nothing."""

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from sizewise.learn.quiz.attempt import drawn
from sizewise.learn.quiz.item import ChoiceVariable, Shuffle
from sizewise.learn.quiz.worksheet import worksheet
from tests.learn.builders import (
    FACTS,
    PriceList,
    bank,
    item,
    multiple,
    numeric,
    option,
    quiz,
    template,
)

SEEDS = some.text(alphabet="abcdefghjkmnpqrstuvwxyz23456789", min_size=1, max_size=8)
BANK = quiz(bank(), count=15, per_skill_min=2)


def sheet(of, seed="seed", facts=FACTS):
    return worksheet(of, seed, facts)


def letters(made):
    return [question.key for question in made.questions]


def test_a_seed_makes_the_same_sheet_in_any_year():
    made = sheet(BANK, "seed")
    assert made.mark == "a3aa"
    assert "".join(letters(made)) == "CADCADCBBABADCD"
    assert [each.item.id for each in made.questions][-2:] == ["skill-2-item-1", "skill-0-item-1"]


@given(SEEDS)
def test_a_sheet_asks_what_an_exam_with_that_seed_asks(seed):
    assert tuple(q.item.id for q in sheet(BANK, seed).questions) == drawn(BANK, "exam", seed)


def test_another_seed_makes_another_sheet():
    assert len({sheet(BANK, f"seed-{n}").mark for n in range(20)}) == 20


def test_questions_are_numbered_from_one():
    assert [question.number for question in sheet(BANK).questions] == list(range(1, 16))


@given(SEEDS)
def test_no_letter_is_right_more_often_than_another(seed):
    # 15 keys on 4 letters: 4, 4, 4 and 3.
    assert sorted(Counter(letters(sheet(BANK, seed))).values()) == [3, 4, 4, 4]


@given(SEEDS)
def test_keys_that_cannot_move_count_too(seed):
    # Three booleans whose key is A, so of 15 keys 3 stand at A before the others choose.
    booleans = [
        item(f"bool-{n}", type="boolean", options=(option("t", key=True), option("f")))
        for n in range(3)
    ]
    made = sheet(quiz([*booleans, *bank(1, 12)], count=15), seed)
    assert sorted(Counter(letters(made)).values()) == [3, 4, 4, 4]


def test_the_order_of_the_questions_does_not_tell_the_letters():
    """Not every four questions in a row use up all four letters."""
    rows = [letters(sheet(BANK, f"seed-{n}"))[:4] for n in range(40)]
    assert any(len(set(row)) < 4 for row in rows)


@given(SEEDS)
def test_the_letter_of_the_key_is_that_of_its_option(seed):
    for question in sheet(BANK, seed).questions:
        assert dict(question.lettered)[question.key].key
        assert sorted(o.id for o in question.item.options) == ["a1", "z1", "z2", "z3"]


def test_several_keys_have_several_letters():
    (question,) = sheet(quiz([multiple(2, 2)])).questions
    assert question.key.split(", ") == [letter for letter, each in question.lettered if each.key]
    assert len(question.key.split(", ")) == 2


def test_a_number_is_its_own_key():
    (question,) = sheet(quiz([numeric("1.47")])).questions
    assert (question.key, question.lettered) == ("1.47", ())


def test_true_stays_before_false_and_numbers_ascend():
    boolean = item("one", type="boolean", options=(option("t"), option("f", key=True)))
    made = sheet(quiz([boolean, template()]))
    by_id = {question.item.id: question for question in made.questions}
    assert by_id["one"].key == "B"
    costs = [Decimal(each.text[1:]) for each in by_id["cost-template"].item.options]
    assert costs == sorted(costs)


def test_options_that_are_not_shuffled_keep_their_authors_order():
    made = sheet(quiz(bank(), count=9, shuffle=Shuffle(options=False)))
    assert set(letters(made)) == {"A"}


def test_a_guess_before_the_lesson_is_never_on_a_sheet():
    made = sheet(quiz([*bank(1, 5), item("warm-up", type="pretest")], count=6))
    assert "warm-up" not in [question.item.id for question in made.questions]


class Dearer(PriceList):
    def price(self, model, field):
        return 2 * super().price(model, field)


def test_other_prices_make_another_mark_so_that_no_key_is_used_for_the_wrong_sheet():
    of = quiz([template(variables={**template().variables, "n_in": ChoiceVariable(choice=(500,))})])
    assert sheet(of).mark != sheet(of, facts=Dearer()).mark
