"""Titles of classes, and the names that learners are given there."""

import random
import re

import pytest

from sizewise.learn.class_room.membership import TITLE_CHARACTERS, TitleRefused, class_title
from sizewise.learn.class_room.pseudonyms import pseudonym, words


def test_a_name_is_an_adjective_an_animal_and_a_number():
    names = {pseudonym((), random.Random(seed).choice) for seed in range(50)}
    assert len(names) == 50
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-[1-9]\d", name) for name in names)


def test_a_name_that_is_taken_is_not_given_again():
    first = pseudonym((), random.Random(1).choice)
    assert pseudonym({first}, random.Random(1).choice) != first


@pytest.mark.parametrize("kind", ["adjectives", "animals"])
def test_the_lists_hold_plain_words_each_once_in_order(kind):
    found = words(kind)
    assert list(found) == sorted(set(found))
    assert all(re.fullmatch(r"[a-z]{3,12}", word) for word in found)


def test_there_are_names_for_many_classes():
    assert len(words("adjectives")) * len(words("animals")) * 90 > 300_000


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Year 9 \n Tuesday ", "Year 9 Tuesday"), ("9a\x00b\u200b", "9a b"), ("9é 🦊", "9é 🦊"),
     ("x" * TITLE_CHARACTERS, "x" * TITLE_CHARACTERS)],
)  # fmt: skip
def test_a_title_stands_on_one_line_without_what_nobody_sees(typed, kept):
    assert class_title(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b", " " * 10_000])
def test_a_title_of_nothing_is_refused(typed):
    with pytest.raises(TitleRefused, match="Give the class a title"):
        class_title(typed)


@pytest.mark.parametrize("length", [TITLE_CHARACTERS + 1, 10_000])
def test_a_title_without_an_end_is_refused(length):
    with pytest.raises(TitleRefused, match=f"more than {TITLE_CHARACTERS} characters"):
        class_title("x" * length)
