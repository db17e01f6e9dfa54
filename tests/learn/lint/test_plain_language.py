"""L31 to L33 and T09: words of today, one thought a sentence, and no verb at the far end."""

import pytest

from sizewise.learn.lint.old_words import OLD_WORDS, old_words
from tests.learn.lint.builders import findings, item, levels, words_of


def asked(stem):
    return item(stem=stem)


@pytest.mark.parametrize(
    ("stem", "old", "plain"),
    [
        ("Which model is dearer?", "dearer", "more expensive"),
        ("Who should mend the prompt?", "mend", "repair"),
        ("Which one costs half as much again?", "half as much again", "one and a half times"),
    ],
)
def test_l31_an_old_word_is_named_with_a_plain_one(stem, old, plain):
    told = words_of(asked(stem), rule="L31")
    assert repr(old) in told
    assert plain in told


def test_l31_reads_hints_and_feedback_too():
    assert levels(item(hints=("Whence does it come?",)), rule="L31") == ["W"]


def test_l31_looks_for_whole_words():
    assert levels(asked("Which amendment is shallow, and who is thence-like?"), rule="L31") != []
    assert levels(asked("Which amendment is shallow?"), rule="L31") == []


def test_no_plain_word_is_an_old_one():
    assert [word for word in OLD_WORDS.values() if list(old_words(word))] == []


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Which model do you try first when a job is simple?", []),
        ("A school has an app that answers pupils who ask at night. What does it need?", []),
        (
            "An app that sorts mail which comes from people who wait is slow, because it is busy. "
            "What helps?",
            ["W"],
        ),
    ],
)
def test_l32_three_clauses_inside_each_other_are_too_many(stem, said):
    assert levels(asked(stem), rule="L32") == said


def test_l32_names_what_joins_the_clauses():
    stem = "An app that sorts mail which comes from people who wait is slow. What helps?"
    assert "joins 4 clauses, by that, which, who" in words_of(asked(stem), rule="L32")


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Is a small model slower than a large one?", []),
        ("Is a small model slower than you think it is?", []),
        ("Does throughput say more about the end than the wait for the opening word does?", ["W"]),
    ],
)
def test_l33_a_verb_long_after_than_is_found(stem, said):
    assert levels(asked(stem), rule="L33") == said


def test_a_sound_item_breaks_none_of_them():
    assert [each for each in findings(item()) if each.rule in ("L31", "L32", "L33")] == []
