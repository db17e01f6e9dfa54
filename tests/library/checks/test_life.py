"""What a model file says of the model's end, beside its lifecycle."""

import re

import pytest

from tests.library.files import MODEL, opened

FILE = "content/models/gpt-4o-mini.yaml"
TURNED = MODEL.replace("shutdown: 2027-01-14", "redirect: {since: 2026-12-01, to: heir}")


def warnings(tmp_path, text, says):
    library = opened(tmp_path, {FILE: f'{text}open_questions:\n  - "{says}"\n'})
    return [each.what for each in library.problems if each.place == "open_questions > 1"]


@pytest.mark.parametrize(
    "says",
    [
        "From then on, the same name answers with another model.",
        "The maker sends these calls to its successor; calls do not fail.",
    ],
)
def test_a_text_that_hands_the_name_over_wants_a_redirect(tmp_path, says):
    assert "has no `redirect:`" in warnings(tmp_path, MODEL, says)[0]
    assert warnings(tmp_path, TURNED, says) == []


def test_a_text_that_lets_calls_fail_wants_none(tmp_path):
    says = "From the shut-down date on calls to it fail."
    assert "says that calls fail" in warnings(tmp_path, TURNED, says)[0]
    assert warnings(tmp_path, MODEL, says) == []


@pytest.mark.parametrize(
    "says",
    [
        "Its maker announces no redirect.",
        "It is not known that another model answers then.",
        "Whether another model answers once it has ended",
        "Does another model answer then, or is there a redirect?",
    ],
)
def test_a_text_that_denies_or_asks_says_nothing(tmp_path, says):
    assert warnings(tmp_path, MODEL, says) == []
    assert warnings(tmp_path, TURNED, says.replace("another model answers", "calls fail")) == []


def test_jobs_say_nothing_of_the_end_and_the_line_is_that_of_the_entry(tmp_path):
    jobs = "best_for: [Jobs where few calls fail, Jobs in which calls fail]\n"
    ends = 'open_questions:\n  - Who knows?\n  - "The price is high. Then calls fail."\n'
    text = re.sub("best_for:.*\n", jobs, TURNED) + ends
    [problem] = [
        each for each in opened(tmp_path, {FILE: text}).problems if "lifecycle" in each.what
    ]
    assert problem.place == "open_questions > 2"
    assert problem.line == text.count("\n")


def test_a_sure_no_is_a_statement(tmp_path):
    assert warnings(tmp_path, MODEL, "A successor takes over and calls do not fail.") != []
    assert warnings(tmp_path, TURNED, "Since May it no longer answers.") != []
