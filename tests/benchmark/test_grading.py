"""What a reply is worth: by its label, by the facts in it, by its number."""

import pytest

from sizewise.benchmark.grading import ByFacts, ByLabel, ByNumber

LABEL = ByLabel(kind="label", labels=("billing", "technical", "general"))
FACTS = ByFacts(kind="facts")
NUMBER = ByNumber(kind="number")


@pytest.mark.parametrize(
    ("reply", "answer", "right"),
    [
        ("billing", "billing", True),
        (" Billing.\n", "billing", True),
        ('"**billing**"', "billing", True),
        ("technical", "technical", False),
        ("billing or general", "billing or general", False),
        ("The label is billing", "the label is billing", False),
        ("", "", False),
    ],
)
def test_a_label_counts_when_it_stands_alone(reply, answer, right):
    grade = LABEL.grade(reply, ("billing",))
    assert (grade.answer, grade.right, grade.expected) == (answer, right, "billing")


@pytest.mark.parametrize(
    ("reply", "right"),
    [
        ("It is PARIS, with 8 legs.", True),
        ("Paris; eight", True),
        ("Paris has 18 legs", False),
        ("Parisian, eight", False),
        ("eight", False),
    ],
)
def test_facts_count_when_all_of_them_stand_in_the_reply_as_words(reply, right):
    assert FACTS.grade(reply, ("Paris", "eight|8")).right is right


def test_the_facts_that_were_found_are_told():
    grade = FACTS.grade("Only Paris.", ("Paris", "eight|8"))
    assert (grade.answer, grade.expected) == ("Paris", "Paris; eight|8")


@pytest.mark.parametrize(
    ("reply", "expected", "right"),
    [
        ("12", "12", True),
        ("7 plus 5 is 12.", "12", True),
        ("12 is 7 plus 5", "12", False),
        ("It costs 1,200 dollars", "1200", True),
        ("4.0", "4", True),
        ("5 - 8 = -3", "-3", True),
        ("5 - 8 = −3", "-3", True),
        ("3", "-3", False),
        ("many", "12", False),
        ("", "12", False),
    ],
)
def test_the_last_number_of_a_reply_counts(reply, expected, right):
    assert NUMBER.grade(reply, (expected,)).right is right


@pytest.mark.parametrize(
    ("grading", "expected", "said"),
    [
        (LABEL, ("bills",), "it must be one of billing, technical and general"),
        (LABEL, ("billing", "general"), "it must be one of"),
        (NUMBER, ("twelve",), "it must be one number in digits"),
        (NUMBER, ("12", "13"), "it must be one number in digits"),
        (FACTS, ("four|",), "a wording of it is empty"),
    ],
)
def test_what_cannot_be_graded_says_why(grading, expected, said):
    assert grading.fault(expected).startswith(said)


def test_what_can_be_graded_has_no_fault():
    assert LABEL.fault(("general",)) == NUMBER.fault(("-0.5",)) == FACTS.fault(("a", "b|c")) == ""
