import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.library.read.lesson_file import read_lesson, slug
from sizewise.library.read.tree import Page
from tests.library.files import LESSON

HEAD = LESSON[: LESSON.index("## The big idea")]
FIRST_LINE = HEAD.count("\n") + 1
"""The line on which the text after the front matter starts."""


def lesson(body):
    page = Page("x.md")
    return read_lesson("match-size", HEAD + body, page), [str(each) for each in page.problems]


def problem(body):
    _, (only,) = lesson(body)
    return only


def test_a_lesson_has_a_part_for_each_heading():
    read, problems = lesson(LESSON[len(HEAD) :])
    assert problems == []
    assert [part.anchor for part in read.lesson.parts] == ["the-big-idea", "what-you-pay-for"]


def test_text_and_blocks_keep_their_order():
    read, _ = lesson(
        "## One part\n\nA.\n\n```sizewise profile-card\nmodel: gpt-4o-mini\n```\n\nB.\n"
    )
    kinds = [piece.kind for piece in read.lesson.parts[0].pieces]
    assert kinds == ["prose", "block", "prose"]


def test_every_text_knows_its_line_in_the_file():
    body = "## One part\n\nA.\n\n```sizewise profile-card\nmodel: gpt-4o\n```\n\n\nB.\nC.\n"
    read, _ = lesson(body)
    lines = (HEAD + body).split("\n")
    heard = [each for each in read.said if each.line >= FIRST_LINE]
    assert [lines[each.line - 1] for each in heard] == ["## One part", "A.", "model: gpt-4o", "B."]


def test_code_stays_in_the_prose_and_its_headings_are_no_parts():
    read, _ = lesson("## One part\n\n```python\n## no part\n```\n\n~~~\n```sizewise x\n~~~\n")
    assert [piece.kind for piece in read.lesson.parts[0].pieces] == ["prose"]


def test_smaller_headings_stay_in_their_part():
    read, _ = lesson("## One part\n\n### Smaller\n\nText.\n")
    assert len(read.lesson.parts) == 1


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("Text.\n", 0, "stands before the first part"),
        ("# Title\n\n## One part\n\nA.\n", 0, "one #"),
        ("## One part\n\nA.\n\n## One part\n\nB.\n", 4, "two headings make the anchor one-part"),
        ("## One part\n\n## Two parts\n\nA.\n", 0, "the part is empty"),
        ("## AI\n\n## One part\n\nA.\n", 0, "makes no anchor"),
        ("## One part\n\n```sizewise token-chip\ntext: x\n```\n", 2, "did you mean token-chips?"),
        ("## One part\n\n```sizewise\ntext: x\n```\n", 2, "does not say which"),
        ("## One part\n\nA.\n\n```sizewise profile-card\nmodel: x\n", 4, "never ends"),
        ("## One part\n\nA.\n\n##Your turn\n\nB.\n", 4, "is no heading, write `## Your turn`"),
        ("## One part\n\nA.\n\n    ## Your turn\n\nB.\n", 4, "before the `##`"),
        ("## One part\n\nA.\n\n\ufeff## Your turn\n\nB.\n", 4, "before the `##`"),
        ("## One part\n\nA.\n\nYour turn\n---------\n\nB.\n", 4, "write `## Your turn`"),
    ],
)
def test_what_is_wrong_in_the_text_is_said_with_its_line(body, line, words):
    _, problems = lesson(body)
    assert any(
        each.startswith(f"x.md:{FIRST_LINE + line}: ") and words in each for each in problems
    )


@pytest.mark.parametrize(
    "text",
    [
        "A.\n\n---\n\nB.",
        "- a\n---\nB.",
        "reviewed: 2026-11-29\n---\nB.",
        "| a | b |\n|---|---|\n| c | d |",
        "```\n##x\nname\n----\n    ## y\n```",
        "#hashtag and #1",
    ],
)
def test_what_only_looks_like_a_heading_is_text(text):
    assert lesson(f"## One part\n\n{text}\n")[1] == []


def test_a_fault_in_a_block_is_said_with_its_line_in_the_markdown_file():
    body = "## One part\n\nA.\n\n```sizewise token-chips\ntext: A\nlable: B\n```\n"
    assert problem(body) == (
        f"x.md:{FIRST_LINE + 6}: one-part > token-chips: `lable` is no field here, "
        "did you mean label?"
    )


def test_broken_yaml_in_a_block_is_said_with_its_line_in_the_markdown_file():
    body = "## One part\n\n```sizewise token-chips\ntext: A: B\n```\n"
    assert problem(body).startswith(f"x.md:{FIRST_LINE + 3}: one-part > token-chips: a colon")


def test_a_lesson_without_front_matter_says_so():
    page = Page("x.md")
    read_lesson("match-size", "## One part\n\nA.\n", page)
    assert str(page.problems[0]).startswith("x.md:1: front matter: is missing")


def test_front_matter_that_never_ends_says_so():
    page = Page("x.md")
    read_lesson("match-size", "---\ntitle: T\n", page)
    assert str(page.problems[0]).startswith("x.md:1: front matter: never ends")


def test_front_matter_that_never_ends_does_not_hide_the_parts():
    page = Page("x.md")
    file = read_lesson("match-size", "---\ntitle: T\n\n## One part\n\nA.\n\n# B\n", page)
    assert [each.line for each in page.problems] == [1, 8]
    assert file.lines == {"one-part": 4}


def test_an_empty_lesson_is_only_a_problem():
    page = Page("x.md")
    assert read_lesson("match-size", "", page).lesson is None
    assert page.broken


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("What you pay for", "what-you-pay-for"),
        ("  Café, naïve? ", "cafe-naive"),
        ("“A” & B", "a-b"),
    ],
)
def test_a_heading_becomes_an_anchor(heading, anchor):
    assert slug(heading) == anchor


@given(st.text(alphabet="#`~ \n-abc:{}<$", max_size=80))
def test_no_text_at_all_stops_the_reader(body):
    read, problems = lesson(body)
    assert (read.lesson is None) == bool(problems)


@pytest.mark.parametrize(
    "opening",
    [
        "```Sizewise token-chips",
        "```sizewise: token-chips",
        "```sizewise-token-chips",
        "```sizewize token-chips",
        "```{sizewise} token-chips",
        "```token-chips",
        "``sizewise token-chips",
        "    ```sizewise token-chips",
        ":::sizewise token-chips",
        "> ```sizewise token-chips",
        "- ```sizewise token-chips",
    ],
)
def test_a_block_whose_first_line_is_mistyped_is_no_text_for_learners(opening):
    _, told = lesson(f"## The big idea\n\nA text.\n\n{opening}\ntext: The librarian\n```\n")
    assert (
        f"x.md:{FIRST_LINE + 4}: the-big-idea: `{opening.strip()}` begins no block, "
        "write ```sizewise token-chips"
    ) in told


@pytest.mark.parametrize("opening", ["```json", "```", "```python title=size.py", "```text"])
def test_other_fences_are_text(opening):
    assert lesson(f"## The big idea\n\n{opening}\nx = 1\n```\n")[1] == []
