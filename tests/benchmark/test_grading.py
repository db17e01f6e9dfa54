"""What a reply is worth: by its label, its facts, its number, its JSON, or by running it."""

import pytest

from sizewise.benchmark.grading import ByFacts, ByJson, ByLabel, ByNumber, ByTests
from sizewise.benchmark.program import ProgramOutcome, program_in

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


TESTS = ByTests(kind="tests")
TWO = ("assert f(1) == 2", "assert f(2) == 4")


def test_code_is_right_when_it_passes_every_test():
    asked = []

    def run(program, tests):
        asked.append((program, tests))
        return ProgramOutcome((True, True))

    grade = TESTS.grade("Here:\n```python\ndef f(n): return 2 * n\n```\nDone.", TWO, run)
    assert (grade.right, grade.answer, grade.expected) == (True, "2 of 2 tests", "2 of 2 tests")
    assert asked == [("def f(n): return 2 * n", TWO)]


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [
        (ProgramOutcome((True, False), "a test failed"), "1 of 2 tests: a test failed"),
        (ProgramOutcome((), "NameError"), "0 of 2 tests: NameError"),
        (ProgramOutcome((True,), "KeyError"), "1 of 2 tests: KeyError"),
    ],
)
def test_code_that_fails_tells_how_far_it_came(outcome, answer):
    grade = TESTS.grade("x", TWO, lambda *_: outcome)
    assert (grade.right, grade.answer) == (False, answer)


def test_code_that_nobody_runs_has_no_grade():
    assert TESTS.grade("x", TWO, None) is None


@pytest.mark.parametrize(
    ("reply", "program"),
    [
        ("def f(): pass", "def f(): pass"),
        ("```\nx = 1\n```", "x = 1"),
        ("```py\nx = 1", "x = 1"),
        ("```python\na = 1\n```\n```python\nb = 2\n```", "a = 1"),
    ],
)
def test_the_program_is_the_first_fenced_block_or_the_whole_reply(reply, program):
    assert program_in(reply) == program


@pytest.mark.parametrize(
    ("test", "said"), [("f(1) ==", "is no Python"), ("f(1)", "asserts nothing")]
)
def test_a_test_that_cannot_fail_is_none(test, said):
    assert said in TESTS.fault((test,))


JSON = ByJson(
    kind="json",
    form='{"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}',
)


@pytest.mark.parametrize(
    ("reply", "answer", "right"),
    [
        (' {"count":2} ', '{"count":2}', True),
        ('{"count": 3}', '{"count": 3}', False),
        ('{"count": "2"}', "not in the form: '2' is not of type 'integer'", False),
        ("Two.", "no JSON", False),
        ("[" * 100_000, "no JSON", False),
    ],
)
def test_json_counts_when_it_says_what_is_expected_and_valid_is_not_correct(reply, answer, right):
    grade = JSON.grade(reply, ('{"count": 2}',))
    assert (grade.answer, grade.right) == (answer, right)


@pytest.mark.parametrize(
    ("form", "expected", "why"),
    [
        (JSON.form, ('{"count": 2}',), ""),
        (JSON.form, ('{"count": "2"}',), "it is not in the form: '2' is not of type 'integer'"),
        (JSON.form, ("2", "3"), "it must be one JSON text"),
        ("{", ("2",), "the schema is no JSON, line 1"),
        ('{"type": "wish"}', ("2",), "the schema is no JSON Schema"),
    ],
)
def test_what_cannot_be_graded_as_json_says_why(form, expected, why):
    assert ByJson(kind="json", form=form).fault(expected).startswith(why)
