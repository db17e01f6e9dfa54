"""Content files made to keep `check` and the preview waiting: each is answered soon."""

import json
from time import process_time

import pytest

from sizewise.library.check import check
from sizewise.library.checks.prose import MOST_UNKNOWN
from tests.library.files import DAY, LESSON, QUIZ, content, opened, said

SIZE = 200_000
SECONDS = 5.0
PIECES = (
    "{{",
    "{",
    "{{a",
    "{{x}}",
    "`",
    "` `` ",
    "[",
    "![",
    "[](",
    "1,",
    "1,,",
    "$1.",
    "**",
    "<a> ",
    "\n## a\n",
    "\n## ",
    "\n```sizewise x\n```\n",
)
ENDLESS = {
    "spaces in a heading": "\n## " + " " * SIZE,
    "signs behind a heading": "\n## x" + " #" * (SIZE // 2),
    "spaces behind a fence": "\n```" + " " * SIZE + "`",
    "runs of all lengths": " ".join("`" * run for run in range(630)),
    "one fact": "{{" + "a" * SIZE,
    "facts that differ": "".join(f"{{{{x{place}}}}}" for place in range(SIZE // 10)),
    "parts": "".join(f"\n## part {place}\n\nx\n" for place in range(SIZE // 16)),
}
BODIES = {**{piece: piece * (SIZE // len(piece)) for piece in PIECES}, **ENDLESS}


def lesson(body):
    return {"content/lessons/match-size.md": LESSON.replace("tokens out.", f"tokens out. {body}")}


def quiz(stem):
    written = json.dumps(f"Which model? {stem}")
    asked = "Which model do you try first for a simple job?"
    return {"quizzes/match-size.yaml": QUIZ.replace(asked, written)}


@pytest.mark.parametrize("file", [lesson, quiz])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_hostile_file_is_checked_soon(tmp_path, file, body):
    content(tmp_path, file(body))
    start = process_time()
    check(tmp_path, DAY)
    assert process_time() - start < SECONDS


def test_facts_that_are_never_closed_are_told_where_they_begin(tmp_path):
    [problem] = said(opened(tmp_path, lesson("A {{price, and {{limit.")))
    assert "a fact is not closed" in problem


def test_an_open_fact_does_not_hide_the_next_one(tmp_path):
    problems = said(opened(tmp_path, lesson("A {{price, and {{price gpt-5 input}}.")))
    assert any("gpt-5" in each for each in problems)
    assert any("a fact is not closed" in each for each in problems)


def test_of_very_many_unknown_facts_the_first_are_told_and_that_there_are_more(tmp_path):
    unknown = "".join(f"{{{{x{place}}}}} " for place in range(MOST_UNKNOWN + 50))
    problems = said(opened(tmp_path, lesson(unknown)))
    assert len(problems) == MOST_UNKNOWN + 1
    assert any("more than 1,000 facts here have no answer" in each for each in problems)
