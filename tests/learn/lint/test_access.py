"""L24 and L29: can everybody read it?"""

import pytest

from tests.learn.lint.builders import item, levels, option, options, words_of

HARD = (
    "Organisational decision-makers customarily prioritise comprehensive evaluations of "
    "computational expenditure, notwithstanding considerable uncertainty regarding "
    "probabilistic capabilities, infrastructural dependencies, contractual obligations, "
    "administrative responsibilities and environmental sustainability considerations."
)


def test_l24_an_item_a_teenager_can_read():
    assert levels(item(), rule="L24") == []


def test_l24_an_item_above_grade_nine():
    assert levels(item(explanation=HARD), rule="L24") == ["W"]
    assert "grade" in words_of(item(explanation=HARD), rule="L24")


@pytest.mark.parametrize(("length", "said"), [(32, []), (33, ["W"])])
def test_l24_thirty_three_short_words_a_sentence_are_above_grade_nine(length, said):
    # one syllable a word: 0.39 * 32 + 11.8 - 15.59 = 8.69, with 33 words 9.08
    sentence = ("cat " * length).strip() + "."
    picks = tuple(option(name, "Cat", name == "a", feedback=sentence) for name in "abc")
    asked = item(stem=sentence, options=picks, explanation=sentence)
    assert levels(asked, rule="L24") == said


@pytest.mark.parametrize(("length", "said"), [(29, []), (30, ["W"])])
def test_l24_a_grade_needs_thirty_words(length, said):
    hard = "international " * (length - 1)
    assert levels(item(stem="Why?", options=(), explanation=hard), rule="L24") == said


def test_l24_feedback_is_read_too():
    picks = (*options("Begin small", "Begin large"), option("c", "Wait", feedback=HARD))
    assert levels(item(options=picks), rule="L24") == ["W"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Which jobs fit the RPM?", ["W"]),
        ("Which jobs fit an API?", []),
        ("Which jobs fit many APIs?", []),
        ("Which jobs fit requests per minute (RPM)?", []),
        ("Which jobs fit the RPM (requests per minute)?", []),
        ("Which jobs does GPT-4o mini fit?", []),
        ("Which jobs in the US are **NOT** fit?", []),
    ],
)
def test_l24_an_acronym_is_explained(words, said):
    assert levels(item(stem=words), rule="L24") == said


def test_l24_names_the_acronym():
    assert "RPM" in words_of(item(stem="Which jobs fit the RPM?"), rule="L24")


PICTURE = "![a bill](bill.png) What does the bill show?"


@pytest.mark.parametrize(
    ("stem", "alt", "said"),
    [
        (PICTURE, None, ["W"]),
        (PICTURE, "A bill of three lines", []),
        (PICTURE, "A table of prices", ["W"]),
        (PICTURE, "A screenshot of code", ["W"]),
        ("What does the table show?", None, []),
    ],
)
def test_l29_a_picture_has_words_and_no_text_hides_in_it(stem, alt, said):
    assert levels(item(stem=stem, alt=alt), rule="L29") == said
