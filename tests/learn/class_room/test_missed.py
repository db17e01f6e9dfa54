"""What a class missed, as far as it may be shown."""

from sizewise.learn.class_room.missed import OTHER, RIGHT, ItemTries, gone, most_missed, weak
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.statistics.analysis import ItemAnalysis
from sizewise.learn.progress.statistics.expectation import Expectation
from tests.learn.builders import item, mistake, multiple, numeric

PLACE = ItemPlace("a-quiz", "one-item")


def tries(of, right, chosen=None, mistakes=None, place=PLACE):
    return ItemTries(place, of, right, chosen or {}, mistakes or {})


def only(told, asked):
    (found,) = most_missed([told], {told.place: asked})
    return found


def words(missed):
    return {each.id: each.chosen.words for each in missed.choices}


def test_each_option_has_its_count_and_the_key_is_marked():
    found = only(tries(30, 8, {"a1": 8, "z1": 10, "z2": 6, "z3": 6}), item())
    assert words(found) == {"a1": "8", "z1": "10", "z2": "6", "z3": "6"}
    assert [each.id for each in found.choices if each.key] == ["a1"]
    assert found.missed.words == "22"


def test_small_counts_hide_each_other():
    found = only(tries(25, 8, {"a1": 8, "z1": 3, "z2": 14}), item())
    assert words(found) == {"a1": "8", "z1": "under 5", "z2": "14", "z3": "under 5"}
    assert found.missed.words == "17"


def test_a_single_small_count_hides_another_beside_it():
    # without 8 and 9 there are 9 left of 26: z3 is 0 to 4, so z2 is 5 to 9
    found = only(tries(26, 8, {"a1": 8, "z1": 9, "z2": 6, "z3": 3}), item())
    assert words(found) == {"a1": "8", "z1": "9", "z2": "5 to 9", "z3": "under 5"}


def test_where_the_key_is_hidden_so_is_how_many_missed_it():
    # z3 is 0 to 4 and a1 the next smallest: 8 are left of 30 for both, so that 22 to 25 missed it
    found = only(tries(30, 6, {"a1": 6, "z1": 12, "z2": 10, "z3": 2}), item())
    assert words(found) == {"a1": "5 to 8", "z1": "12", "z2": "10", "z3": "under 5"}
    assert found.missed.words == "22 to 25"


def test_a_key_that_few_chose_is_not_told_by_how_many_missed_it():
    found = only(tries(25, 3, {"a1": 3, "z1": 22}), item())
    assert words(found)["a1"] == "under 5"
    assert not found.missed.exact


def test_a_question_that_under_5_missed_is_not_listed():
    assert most_missed([tries(30, 26)], {PLACE: item()}) == ()


def test_of_few_who_all_missed_it_nothing_is_shown():
    assert most_missed([tries(5, 0, {"z1": 5})], {PLACE: item()}) == ()


def test_what_most_learners_missed_comes_first_and_then_the_larger_share():
    other = ItemPlace("a-quiz", "other-item")
    third = ItemPlace("a-quiz", "third-item")
    told = [tries(20, 11), tries(30, 20, place=other), tries(20, 10, place=third)]
    found = most_missed(told, {PLACE: item(), other: item(), third: item()})
    assert [each.tries.place for each in found] == [third, other, PLACE]


def test_a_question_that_has_left_the_course_is_counted_and_not_listed():
    assert most_missed([tries(30, 0)], {}) == ()
    assert gone([tries(30, 0)], {}) == 1


def test_a_choice_that_is_no_longer_there_is_something_else():
    found = only(tries(30, 10, {"a1": 10, "z1": 7, "z2": 2, "z3": 2, "old": 9}), item())
    assert words(found)[OTHER] == "9"


def test_typed_numbers_are_counted_by_their_mistakes():
    asked = numeric(mistakes=(mistake("2.00"), mistake("3.00", "too-big")))
    found = only(tries(30, 12, mistakes={"a-mistake": 7, "too-big": 6}), asked)
    assert words(found) == {RIGHT: "12", "a-mistake": "7", "too-big": "6", OTHER: "5"}


def test_where_several_are_chosen_each_count_stands_for_itself():
    found = only(tries(20, 8, {"a1": 18, "a2": 9, "z1": 3}), multiple())
    assert words(found) == {"a1": "18", "a2": "9", "z1": "under 5", "z2": "under 5"}
    assert found.missed.words == "12"


def test_an_order_has_no_choices_to_count():
    found = only(tries(20, 8, {"a1": 20}), item(type="order"))
    assert (found.choices, found.missed.words) == ((), "12")


def analysed(facility, of=30, discrimination=None):
    return ItemAnalysis("one-item", of, facility, None, discrimination, None, None)


EXPECTED = Expectation(facility=0.6, chance=0.25)


def test_a_question_is_weak_by_its_author_by_luck_and_by_those_who_do_well_elsewhere():
    found = only(tries(30, 7, {"a1": 7, "z1": 10, "z2": 8, "z3": 5}), item())
    assert weak(found, analysed(7 / 30), EXPECTED) == ("guessing", "harder")
    assert weak(found, analysed(7 / 30, discrimination=-60), None) == ("against",)
    assert weak(found, analysed(7 / 30, of=9), EXPECTED) == ()
    fine = only(tries(30, 20, {"a1": 20, "z1": 10}), item())
    assert weak(fine, analysed(2 / 3), EXPECTED) == ()


def test_the_word_weak_tells_nothing_of_a_count_that_is_hidden():
    """2 of 12 were right, but 4 may have been for all a reader knows, and 4/12 is above .25."""
    found = only(tries(12, 2, {"a1": 2, "z1": 8, "z2": 2}), item())
    assert found.missed.words == "8 to 12"
    assert weak(found, analysed(2 / 12, of=12), EXPECTED) == ()
