"""Links lead somewhere, and braces are filled."""

import pytest

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
        ("#what-you-pay-for", "leads to no page of the app"),
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


@pytest.mark.parametrize(
    "target",
    [
        *("https://example.org/x(y", "/lab", "/", "/models?model=any", "/faq?ask=x", "lab"),
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
