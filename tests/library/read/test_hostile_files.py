"""Content files made to keep `check` and the preview waiting: each is answered soon."""

import json
from time import process_time

import pytest

from sizewise.library.check import check
from sizewise.library.checks.prose import MOST_UNKNOWN
from sizewise.library.read.tree import MOST_PROBLEMS
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


ITEMS = QUIZ.partition("items:")[0] + "items:\n"
LARGEST = {
    "very many items": ITEMS + "".join(f"  - {{id: i{place}}}\n" for place in range(50_000)),
    "very many empty items": ITEMS + "  - {}\n" * 9_900,
    "very many keys": QUIZ + "".join(f"key{place}: 1\n" for place in range(75_000)),
    "one key very often": QUIZ + "id: 1\n" * 140_000,
    "very many numbers": ITEMS.rstrip() + f" [{'1,' * 490_000}]\n",
    "very many lists": ITEMS.rstrip() + f" [{'[],' * 320_000}]\n",
}


@pytest.mark.parametrize("text", LARGEST.values(), ids=LARGEST)
def test_a_quiz_as_large_as_a_file_may_be_is_checked_soon(tmp_path, text):
    content(tmp_path, {"quizzes/match-size.yaml": text})
    start = process_time()
    problems = check(tmp_path, DAY)
    assert process_time() - start < SECONDS
    assert len(problems) < 2 * MOST_PROBLEMS


@pytest.mark.parametrize("piece", ["\n## ", "\n## a\n", "\n```sizewise x\n```\n", "<a> "])
def test_a_lesson_as_large_as_a_file_may_be_is_checked_soon(tmp_path, piece):
    content(tmp_path, lesson(piece * (980_000 // len(piece))))
    start = process_time()
    check(tmp_path, DAY)
    assert process_time() - start < SECONDS


def test_of_very_many_problems_the_first_are_told_and_that_there_are_more(tmp_path):
    problems = said(opened(tmp_path, {"quizzes/match-size.yaml": ITEMS + "  - {}\n" * 1000}))
    assert any("more than 1,000 problems stand in this file" in each for each in problems)


def test_a_file_of_too_many_values_is_told_where_to_split_it(tmp_path):
    text = QUIZ + "".join(f"key{place}: 1\n" for place in range(5_000))
    problems = said(opened(tmp_path, {"quizzes/match-size.yaml": text}))
    assert any("more than 10,000 keys and values" in each for each in problems)


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
    assert any("more than 500 facts here have no answer" in each for each in problems)
