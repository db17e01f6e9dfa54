"""The reading grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lint.reading import grade, syllables

# As the Carnegie Mellon pronouncing dictionary counts them
HEARD = {
    1: "cat costs checked priced called send whole queue rates guess cheap piece watched",
    2: "model token table needed counted prices batches useful million safely sometimes statement",
    3: "expensive energy idea video audio latency example medium capital element enabled",
    4: "material usually society information algorithm january experience",
    5: "international communication electricity university",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, row in HEARD.items() for word in row.split()]
)
def test_syllables_are_counted_as_the_dictionary_does(word, count):
    assert syllables(word) == count


def test_capitals_are_read_letter_by_letter():
    # A-P-I is three, W-W-W is double-u three times
    assert syllables("API") == 3
    assert syllables("WWW") == 9


def test_the_grade_is_the_published_formula():
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_two_sentences_halve_the_words_of_each():
    # 6 words, 2 sentences, 6 syllables: 0.39 * 3 + 11.8 - 15.59 = -2.62
    assert grade("The cat sat.\nOn the mat") == pytest.approx(-2.62)


def test_a_point_inside_a_number_ends_no_sentence():
    assert grade("It costs 0.15 a day.") == grade("It costs 15 a day.")


def test_a_text_without_words_has_no_grade():
    assert grade("$1.47") is None


def test_officialese_is_harder_than_plain_words():
    official = "Organisations prioritise comprehensive evaluation of computational expenditure."
    assert grade(official) > 16 > 5 > grade("We look at the bill and then we pick the small one.")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'’", min_size=1, max_size=20))
def test_every_word_has_a_syllable(word):
    assert syllables(word) >= 1
