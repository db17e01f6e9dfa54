"""Rules, naive Bayes, calibration and confusion by hand and against published examples."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.classify.bayes import LabelledText, each_from_the_others, learnt
from sizewise.benchmark.classify.calibration import calibrated, choice, liking, probabilities
from sizewise.benchmark.classify.confusion import confusion
from sizewise.benchmark.classify.rules import KeywordRules, words

# Manning, Raghavan and Schütze, Introduction to Information Retrieval, example 13.1
CHINA = (
    LabelledText("Chinese Beijing Chinese", "china"),
    LabelledText("Chinese Chinese Shanghai", "china"),
    LabelledText("Chinese Macao", "china"),
    LabelledText("Tokyo Japan Chinese", "japan"),
)
RULES = KeywordRules({"billing": {"refund", "pay"}, "technical": {"crash"}}, "general")
scores = st.fixed_dictionaries({label: st.floats(-20, 0) for label in "abc"})
batches = st.lists(scores, min_size=1, max_size=8)


def test_words_lose_their_marks_and_keep_their_apostrophes():
    assert words("I can't log in, ERROR 500!") == ["i", "can't", "log", "in", "error", "500"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Refund, please.", "billing"),
        ("It did crash, crash; I want to pay", "technical"),
        ("crash and pay", "billing"),
        ("Hello", "general"),
        ("", "general"),
    ],
)
def test_most_words_win_then_the_first_class(text, label):
    assert RULES.classify(text) == label


def test_naive_bayes_is_that_of_the_textbook():
    # The book has 0.0003 for china and 0.0001 for the other class.
    found = learnt(CHINA).scores("Chinese Chinese Chinese Tokyo Japan")
    assert exp(found["china"]) == pytest.approx(3 / 4 * (3 / 7) ** 3 / 14**2)
    assert exp(found["japan"]) == pytest.approx(1 / 4 * (2 / 9) ** 5)
    assert [round(exp(each), 4) for each in found.values()] == [0.0003, 0.0001]
    assert learnt(CHINA).classify("Chinese Chinese Chinese Tokyo Japan") == "china"


def test_a_word_that_no_example_holds_says_nothing():
    assert learnt(CHINA).scores("Tokyo Paris") == learnt(CHINA).scores("Tokyo")


def test_each_text_is_left_out_of_its_own_lesson():
    # The only text of its class can never be told from the others.
    assert each_from_the_others(CHINA) == ["china", "china", "china", "china"]


def test_without_an_example_nothing_is_learnt():
    with pytest.raises(ValueError, match="no example"):
        learnt(())


@given(st.permutations(CHINA))
def test_the_order_of_the_examples_teaches_nothing(examples):
    text = "Chinese Tokyo Japan"
    assert learnt(examples).scores(text) == pytest.approx(learnt(CHINA).scores(text))


def test_calibration_by_hand():
    # A model that likes a: (0.9, 0.1) and (0.6, 0.4). Its liking is (0.75, 0.25). Divided by it:
    # 1.2 : 0.4 = 0.75 : 0.25 and 0.8 : 1.6 = 1/3 : 2/3, so the second text turns to b.
    batch = [{"a": log(0.9), "b": log(0.1)}, {"a": log(0.6), "b": log(0.4)}]
    assert liking(batch) == pytest.approx({"a": 0.75, "b": 0.25})
    first, second = calibrated(batch)
    assert first == pytest.approx({"a": 0.75, "b": 0.25})
    assert second == pytest.approx({"a": 1 / 3, "b": 2 / 3})
    assert [choice(each) for each in (*batch, first, second)] == ["a", "a", "a", "b"]


@given(batches)
def test_calibrated_probabilities_are_shares_of_one(batch):
    assert [sum(each.values()) for each in calibrated(batch)] == pytest.approx([1] * len(batch))


@given(batches)
def test_calibration_keeps_how_texts_compare(batch):
    """Among calibrated texts the odds of two labels differ from text to text as they did before."""
    odds = [log(each["a"] / each["b"]) for each in calibrated(batch)]
    before = [each["a"] - each["b"] for each in batch]
    assert [one - odds[0] for one in odds] == pytest.approx(
        [one - before[0] for one in before], abs=1e-6
    )


@given(scores, st.floats(-9, 9))
def test_only_differences_of_scores_count(one, shift):
    moved = {label: score + shift for label, score in one.items()}
    assert probabilities(moved) == pytest.approx(probabilities(one))


def test_a_single_text_calibrated_by_itself_says_nothing():
    [only] = calibrated([{"a": log(0.9), "b": log(0.1)}])
    assert only == pytest.approx({"a": 0.5, "b": 0.5})


def test_an_empty_batch_has_no_liking():
    with pytest.raises(ValueError, match="no text"):
        liking([])


def test_a_confusion_tells_what_was_taken_for_what():
    pairs = [("a", "a"), ("a", "b"), ("a", "?"), ("b", "b"), ("b", "b")]
    found = confusion(pairs, ("a", "b"))
    assert found.answers == ("a", "b", "?")
    assert found.counts == ((1, 1, 1), (0, 2, 0))
    assert found.accuracy == (3, 5)
    assert (found.recall("a"), found.recall("b")) == ((1, 3), (2, 2))
    assert (found.precision("a"), found.precision("b")) == ((1, 1), (2, 3))


def test_a_class_without_a_row_is_refused():
    with pytest.raises(ValueError, match="c is none of the classes"):
        confusion([("c", "a")], ("a", "b"))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("abc")), min_size=1))
def test_every_pair_is_counted_once(pairs):
    assert sum(map(sum, confusion(pairs, ("a", "b")).counts)) == len(pairs)
