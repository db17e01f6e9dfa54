import pytest

from sizewise.library.read.allow import allowed, allowed_in
from sizewise.library.read.tree import Page, parse

BANK = """\
id: match-size
{above}
items:
  - id: one
    stem: "Which?"{inside}
{between}
  - id: two
    stem: Which?
"""


def found(above="", inside="", between=""):
    text = BANK.format(above=above, inside=inside, between=between)
    page = Page("x.yaml")
    return allowed(text, parse(text, page), page), [str(each) for each in page.problems]


def test_a_comment_in_an_item_belongs_to_it():
    given, problems = found(inside="\n    # lint: allow L15 reason=the negation is the point")
    assert (given, problems) == ({"one": {"L15": "the negation is the point"}}, [])


def test_a_comment_at_the_end_of_a_line_belongs_to_its_item():
    assert found(inside="  # lint: allow L16 reason=it is short")[0] == {
        "one": {"L16": "it is short"}
    }


def test_a_comment_above_an_item_belongs_to_it():
    assert found(between="  # lint: allow L15 reason=why")[0] == {"two": {"L15": "why"}}


def test_a_comment_above_the_list_belongs_to_the_whole_bank():
    assert found(above="# lint: allow L09 reason=why")[0] == {"": {"L09": "why"}}


def test_one_item_may_have_several():
    inside = "\n    # lint: allow L15 reason=a\n    # lint: allow L16 reason=b"
    assert found(inside=inside)[0] == {"one": {"L15": "a", "L16": "b"}}


def test_a_comment_without_a_reason_allows_nothing():
    given, problems = found(inside="\n    # lint: allow L15")
    assert given == {}
    assert problems == [
        "x.yaml:6: comment: warning: allows nothing without a rule and a reason, "
        "write `# lint: allow L15 reason=` and why"
    ]


@pytest.mark.parametrize(
    "spelt", ["# lint allow L15 reason=a", "# Lint: allow L15 reason=a", "# lint: L15 reason=a"]
)
def test_a_comment_that_is_spelt_another_way_allows_nothing_and_says_so(spelt):
    given, [problem] = found(inside=f"\n    {spelt}")
    assert given == {}
    assert problem.startswith(
        "x.yaml:6: comment: warning: allows nothing as it is spelt, write `# "
    )


def test_other_comments_mean_nothing():
    assert found(above="# about the lint rules", inside="  # lint is fine") == ({}, [])


def test_a_broken_file_can_still_be_searched():
    page = Page("x.yaml")
    assert allowed("# lint: allow L09 reason=why\n", None, page) == {"": {"L09": "why"}}


@pytest.mark.parametrize(
    ("comment", "rule"),
    [("# lint: alow T07", "T07"), ("# lint: allow T07", "T07"), ("# lint: alow it", "T01")],
)
def test_advice_in_a_lesson_names_a_rule_of_lessons(comment, rule):
    page = Page("content/lessons/x.md")
    assert allowed_in(comment, page) == {}
    assert f"write `# lint: allow {rule} reason=` and why" in str(page.problems[0])
