"""Code in Markdown: which backticks belong together, however many there are, and which lines."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sizewise.ground.code_spans import code_spans

BY_PATTERN = re.compile(r"(?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)", re.DOTALL)
"""The rule as one pattern, which is slow."""


@given(st.text(alphabet="`a \n", max_size=40))
def test_the_spans_are_those_of_the_rule(text):
    text = "a" + text.replace("\n", "\na")  # no line begins a block of code
    assert list(code_spans(text)) == [found.span() for found in BY_PATTERN.finditer(text)]


LINES = ("", "a", "   a", "    a", "\ta", "~~~", "~~~~", "```", "````", "```a", "~~~ a", "a ~~~")


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_the_lines_of_code_are_those_of_a_reader_of_markdown(lines):
    text = "\n".join(["a", *lines])
    read = [token for token in MarkdownIt().parse(text) if token.type in ("fence", "code_block")]
    theirs = {number for token in read for number in range(*token.map)}
    # The backticks of a fence are inline code to nobody: only where a line starts in code counts.
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    spans = list(code_spans(text))
    ours = {
        number
        for number, start in enumerate(starts)
        if any(begin <= start < end for begin, end in spans)
    }
    for number, line in enumerate(text.split("\n")):
        assert not line or (number in ours) == (number in theirs)


@pytest.mark.parametrize(
    "text",
    [
        "- one\n\n    two",
        "1. one\n\n   two\n\n    three",
        "    one\n\n    two",
        "one\n    two",
        "one ~~~ two",
    ],
    ids=["a list", "numbers", "a whole text", "a line that goes on", "inside of a line"],
)
def test_what_only_looks_like_code_is_none(text):
    assert list(code_spans(text)) == []


@pytest.mark.parametrize("before", ["- ", "> ", "- one\n\n      "])
def test_a_fence_in_a_list_or_a_quotation_is_code(before):
    text = f"{before}~~~\n  <b>\n> ~~~\nafter"
    [(start, end)] = code_spans(text)
    assert text[start:end].startswith("~~~")
    assert text[end:] == "\nafter"


def test_a_longer_run_inside_closes_nothing():
    [(start, end)] = code_spans("see `a ``b`` c` d")
    assert "see `a ``b`` c` d"[start:end] == "`a ``b`` c`"


@pytest.mark.parametrize(
    "text",
    [
        "`" * 1_000_000,
        "` `` " * 200_000,
        " ".join("`" * run for run in range(1_400)),
        "~~~\n" * 100_000,
        "a\n\n    a\n" * 50_000,
        "> " * 200_000 + "\n~~~",
    ],
)
def test_a_megabyte_of_backticks_takes_no_time(text):
    start = process_time()
    list(code_spans(text))
    assert process_time() - start < 1.5
