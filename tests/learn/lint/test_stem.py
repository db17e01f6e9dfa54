"""L15 to L17 and L19: does the stem ask one clear question and betray nothing?"""

import pytest

from sizewise.learn.lint.words import question
from tests.learn.lint.builders import item, levels, loose, options


def asking(stem, *texts):
    return item(stem=stem, options=options(*texts)) if texts else item(stem=stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Which job does not suit a small model?",
        "Which jobs suit it, except one?",
        "Which model costs least for a school?",
        "What is a bad use of a small model?",
        "Which job doesn't suit a small model?",
    ],
)
def test_l15_a_small_negative(stem):
    assert levels(asking(stem), rule="L15") == ["W"]


@pytest.mark.parametrize(
    "stem",
    [
        "Which job does **not** suit a small model?",
        "Which job needs at least two models?",
        "A reply that is not ready costs nothing. Which reply is ready?",
        "What is a **bad use** of a small model?",
    ],
)
def test_l15_a_bold_one_is_seen_and_the_story_may_deny(stem):
    assert levels(asking(stem), rule="L15") == []


def test_l15_two_negatives_are_a_fault():
    assert "E" in levels(
        asking("Which job is **not** one you should **never** give it?"), rule="L15"
    )


def test_l15_a_negative_option_below_a_negative_stem():
    stem = "Which is **not** true of a small model?"
    assert levels(asking(stem, "It does not cost much", "It waits", "It runs"), rule="L15") == ["E"]
    assert levels(asking(stem, "It costs much", "It waits", "It runs"), rule="L15") == []


def test_the_question_is_the_last_sentence_that_asks():
    assert question("Why? A model reads 5.2 pages. How many?\nChoose two.") == "How many?"
    assert question("It stops at:") == "It stops at:"


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Choose a model for the school club", ["W"]),
        ("Choose a model for the school club:", []),
        ("A token is about ____ letters", []),
        ("Which model is it?", []),
        ("Which one now?", ["W"]),
        ("Which one then?", []),
        ("Which model? " + "word " * 88, []),
        ("Which model? " + "word " * 89, ["W"]),
    ],
)
def test_l16_a_stem_asks_in_fifteen_characters_to_ninety_words(stem, said):
    assert levels(asking(stem), rule="L16") == said


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Tokens and words in English:", ["W"]),
        ("Which of the following is true?", ["W"]),
        ("Which of these statements is correct?", ["W"]),
        ("Which of the following is true about tokens?", ["W"]),
        ("Which of these saves tokens?", []),
        ("What is a token?", []),
        ("Estimate the bill:", []),
    ],
)
def test_l17_a_stem_stands_without_its_options(stem, said):
    assert levels(asking(stem), rule="L17") == said


@pytest.mark.parametrize(
    ("stem", "texts", "said"),
    [
        ("The place where a call goes is an", ("API", "server", "model"), ["W"]),
        ("The place where a call goes is a:", ("model", "server", "token"), []),
        ("The place where a call goes is a/an", ("API", "server", "model"), []),
        ("What is the place where a call goes?", ("API", "server", "model"), []),
    ],
)
def test_l19_the_article_fits_every_option(stem, texts, said):
    assert levels(asking(stem, *texts), rule="L19") == said


@pytest.mark.parametrize(
    ("stem", "texts", "said"),
    [
        ("The smallest pieces a model reads are", ("tokens", "word", "pages"), ["W"]),
        ("The smallest pieces a model reads are", ("tokens", "words", "pages"), []),
        ("The smallest pieces a model reads are", ("tokens", "words", "cuts of a text"), []),
        ("What a model reads first is", ("token", "words", "page"), ["W"]),
        ("What a model reads first is", ("token", "bus", "analysis"), []),
    ],
)
def test_l19_singular_and_plural_fit_every_option(stem, texts, said):
    assert levels(asking(stem, *texts), rule="L19") == said


def test_an_empty_stem_is_told_and_breaks_nothing():
    assert "W" in levels(loose(stem=""), rule="L16")
