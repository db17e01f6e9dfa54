"""Links lead somewhere, and braces are filled."""

from time import process_time

import pytest

from sizewise.library.checks.links import _targets
from tests.library.files import LESSON, QUIZ, opened, said

LESSON_FILE, QUIZ_FILE = "content/lessons/match-size.md", "quizzes/match-size.yaml"
LAST = "Tokens in, tokens out."


def told(tmp_path, text):
    return said(opened(tmp_path, {LESSON_FILE: LESSON.replace(LAST, text)}))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://example.org", "a link starts with http:, link to https:// only"),
        ("//example.org/x", "leads to no page of the app"),
        ("other.md", "`other.md` leads to no page of the app"),
        ("/labb", "did you mean lab?; addresses of other sites start with https://"),
        ("#what-you-pay", "write /lesson?lesson=match-size&part=what-you-pay-for"),
        ("#x", "write one of: the-big-idea, what-you-pay-for"),
        ('other.md "A title"', "`other.md` leads to no page of the app"),
        ("", "leads to no page of the app"),
        ("/lesson?lesson=match-sise", "no lesson: `match-sise`, did you mean match-size?"),
        ("/lesson?lesson=match-size&part=the-big-ide", "did you mean the-big-idea?"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(tmp_path, target, words):
    [problem] = told(tmp_path, f"See [more]({target}).")
    assert problem.startswith(f"{LESSON_FILE}:21: what-you-pay-for: ")
    assert words in problem


def test_a_link_whose_address_stands_below_is_checked_too(tmp_path):
    [problem] = told(tmp_path, "See [more][1].\n\n[1]: other.md")
    assert problem.startswith(f"{LESSON_FILE}:23: ")


@pytest.mark.parametrize("below", ['other.md "Its title"', "\n  other.md", "a.md "])
def test_every_way_to_write_a_target_below_is_checked(tmp_path, below):
    [problem] = told(tmp_path, f"See [more][1].\n\n[1]: {below}")
    assert "leads to no page" in problem


@pytest.mark.parametrize(
    "text",
    [
        "[Mia]: Hello there!",
        "[Mia]: Question: which one?",
        "[User]: sort this, please.",
        "OpenAI says so[^1].\n\n[^1]: OpenAI's own page says so.",
        "[^1]: here",
        r"This is \[not a link\](nowhere), nor is \[this](nowhere).",
        "[Here](nowhere/(at) it opens twice.",
        "As in [1](see below) and in [0, 1)](nowhere or not).",
    ],
)
def test_brackets_that_make_no_link_in_markdown_are_text(tmp_path, text):
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    "text", [r"\\[a](nowhere)", "(see [a](nowhere))", "![a](https://x.org) [![b](c)](nowhere)"]
)
def test_a_link_behind_other_signs_is_checked(tmp_path, text):
    [problem] = told(tmp_path, text)
    assert "`nowhere` leads to no page" in problem


def test_a_target_in_pointed_brackets_may_hold_spaces():
    assert list(_targets("[a](<other page>)\n[b]: <a page>")) == [
        (2, "other page", False),
        (18, "a page", False),
    ]


@pytest.mark.parametrize(
    "text", ["](", "[](", "[](a ", "[a]: b ", '[a](b "', "[a](" + " " * 50, "[a]:\n"]
)
def test_many_brackets_take_no_time(text):
    start = process_time()
    list(_targets(text * (200_000 // len(text))))
    assert process_time() - start < 2


@pytest.mark.parametrize(
    "target",
    [
        *("https://example.org/x(y)", "/lab", "/", "/models?model=any", "/faq?ask=x", "lab"),
        *("/lesson?lesson=match-size", "/lesson?lesson=match-size&part=the-big-idea"),
    ],
)
def test_a_link_to_https_or_to_a_page_of_the_app_is_fine(tmp_path, target):
    assert told(tmp_path, f"See [more]({target}) and `[code](x)`.") == []


def test_a_variable_that_an_item_does_not_have_is_a_warning(tmp_path):
    quiz = QUIZ.replace("for a simple job?", "for {calls} jobs, {{name gpt-4o-mini}} or `{x}`?")
    [problem] = said(opened(tmp_path, {QUIZ_FILE: quiz}))
    assert problem.startswith(f"{QUIZ_FILE}:10: items > size-first-001 > stem: warning: {{calls}} ")


def test_braces_of_an_item_with_variables_are_filled(tmp_path):
    quiz = QUIZ.replace("for a simple job?", "for {calls} jobs?").replace(
        "    stem:", "    variables: {calls: {choice: [2, 3]}}\n    stem:"
    )
    assert said(opened(tmp_path, {QUIZ_FILE: quiz})) == []
