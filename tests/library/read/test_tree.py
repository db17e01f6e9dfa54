from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.library.read.tree import MOST_PROBLEMS, Listing, Page, Scalar, Table, line_of, parse


def problems(text):
    page = Page("x.yaml")
    parse(text, page)
    return [str(problem) for problem in page.problems]


def test_every_node_knows_its_line():
    tree = parse("a: 1\nb:\n  - x\n  - c: y\n", Page("x.yaml"))
    assert [line_of(tree, *keys) for keys in (("a",), ("b", 0), ("b", 1, "c"))] == [1, 3, 4]


def test_lines_count_from_where_the_text_starts_in_its_file():
    assert line_of(parse("a: 1\nb: 2\n", Page("x.md"), lines_before=10), "b") == 12


def test_a_way_that_leads_nowhere_ends_at_the_last_known_line():
    assert line_of(parse("a:\n  b: 1\n", Page("x.yaml")), "a", "c", 4) == 2


def test_a_doubled_key_is_refused_with_both_lines():
    assert problems("a: 1\nb: 2\na: 3\n") == [
        "x.yaml:3: whole file: `a` stands twice, first on line 1, keep one of the two"
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "is empty"),
        ("# only a comment\n", 1, "is empty"),
        ("a: 1\n\tb: 2\n", 2, "a tab"),
        ("\ta: 1\n", 1, "a tab"),
        ("a: what: this\n", 1, "a colon"),
        ("a: 'it's'\n", 1, "apostrophe"),
        ("b: 1\na: {n} apples\n", 2, "the whole text in quotes"),
        ("a: {{price small input}} in\n", 1, "the whole text in quotes"),
        ("a: [sic] is a mark\n", 1, "the whole text in quotes"),
        ("- a: > 5 is more\n", 1, "the whole text in quotes"),
        ("a: [b, {c: d}\ne: f\n", 2, "a bracket is not closed"),
        ("b: 1\na: 'open\nc: 2\n", 2, "never closed"),
        ("a: 1\nstray\nc: 2\n", 3, "no `key:`"),
        ("- a\nb: 1\n", 2, "a list and keys"),
        ("a:\n  -id: x\n  - id: y\n", 2, "a hyphen and a space"),
        ("a:\n  - id: y\n  – id: x\n", 3, "a hyphen and a space"),
        ("a:\n  - x: 1\n\u00a0\u00a0\u00a0\u00a0y: 2\n    z: 3\n", 3, "type its spaces anew"),
        ("a: 1\nb:\u00a0x\nc: 2\n", 2, "type its spaces anew"),
        ("a: @x\n", 1, "starts with @"),
        ("a: {x: 1\n", 1, "bracket"),
        ("a: - b\n", 1, "next line"),
        ('a: "\\q"\n', 1, "backslash"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("- {a: The input: read, b: c}\n- {a: d}\n", 1, "a colon stands in a text, behind `input`"),
        ("- {a: b,\n   c: Mia says: no}\n", 2, "a colon stands in a text, behind `says`"),
        ("- {a: Prompt #1, b: c}\n- {a: d}\n", 1, "a text is cut at ` #`"),
        ("a: [Prompt #1]\n\nb: c\n", 1, "a text is cut at ` #`"),
        ('- {a: "He said "Yes"", b: c}\n', 1, "put the whole text between '...'"),
        ("- {a: 'Mia's reply', b: c}\n", 1, 'put the whole text between "..."'),
        ('- {a: "b" c: d}\n', 1, "a comma is missing"),
        ("a: {b: c d\ne: f\n", 2, "a bracket is not closed"),
        ("a: {{price x y}}\n", 1, "in quotes"),
        ("a: 1\nb: *x\n", 2, "*x"),
        ("a: !!python/object:os.system x\n", 1, "tag"),
        ("a: 1\nb: “one: two”\n", 2, "write straight quotes"),
        ("a: 1\nb: [“one, two”, “three”]\n", 2, "write straight quotes"),
        ("a: 1\nb: {c: „one, two“}\n", 2, "write straight quotes"),
        ("a: 1\nb: “one #two”\n", 2, "write straight quotes"),
        ('a: 1\nb: "one”\nc: "two"\n', 2, "write straight quotes"),
        ("a: 1\nb: 'one’\nc: 'two'\n", 2, "write straight quotes"),
        ("%YAML 9\n---\na: 1\n", 1, "is not YAML"),
    ],
)
def test_what_is_no_yaml_is_said_with_its_line(text, line, words):
    (problem,) = problems(text)
    assert problem.startswith(f"x.yaml:{line}: ")
    assert words in problem


def test_a_bomb_of_aliases_is_refused_at_its_first_alias():
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99))
    assert len(problems(bomb)) == 1


@pytest.mark.parametrize("opens", ["[", "{", "[{", "{a: ", "- ", "? ", "[[], "])
def test_a_hundred_thousand_lists_in_lists_are_refused_at_once(opens):
    began = process_time()
    assert problems(opens * 100_000) == [
        "x.yaml:1: whole file: nests deeper than 30 levels, look for stray brackets"
    ]
    assert process_time() - began < 2


def test_curly_quotes_around_entries_of_a_list_are_told_once_with_their_line():
    warning, *more = problems("a: 1\nb:\n  - x\n  - “y”\n  - “z”\n")
    assert warning.startswith("x.yaml:4: ")
    assert "warning" in warning and "write straight quotes" in warning
    assert more == []


@pytest.mark.parametrize(
    "text",
    [
        "a: “I said it.”\nb: x\n",
        "a: She said “no, never”.\n",
        "a: |\n  “one, two”\n",
        "# “x: y”\n\na: 1\n",
    ],
)
def test_what_somebody_says_may_stand_in_curly_quotes(text):
    assert problems(text) == []


def test_a_line_of_ten_thousand_curly_quotes_is_told_at_once():
    began = process_time()
    assert "straight quotes" in problems("a: " + "“: " * 10_000)[0]
    assert process_time() - began < 2


def test_a_key_written_ten_thousand_times_is_told_at_once():
    began = process_time()
    assert len(problems("a: 1\n" * 10_000)) == MOST_PROBLEMS + 1
    assert process_time() - began < 5


@given(st.text(alphabet="ab:-{}[]'\"“”|>#&*!%@ \n\t,?0", max_size=60))
def test_no_text_at_all_stops_the_reader(text):
    page = Page("x.yaml")
    node = parse(text, page)
    assert isinstance(node, Scalar | Listing | Table) or page.problems
    assert all(1 <= each.line <= text.count("\n") + 2 for each in page.problems)
