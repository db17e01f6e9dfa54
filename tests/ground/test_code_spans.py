"""Code spans in Markdown: which backticks belong together, however many there are."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.code_spans import code_spans

BY_PATTERN = re.compile(r"(?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)", re.DOTALL)
"""The rule as one pattern, which is slow."""


@given(st.text(alphabet="`a \n", max_size=40))
def test_the_spans_are_those_of_the_rule(text):
    assert list(code_spans(text)) == [found.span() for found in BY_PATTERN.finditer(text)]


def test_a_longer_run_inside_closes_nothing():
    [(start, end)] = code_spans("see `a ``b`` c` d")
    assert "see `a ``b`` c` d"[start:end] == "`a ``b`` c`"


@pytest.mark.parametrize(
    "text",
    [
        "`" * 1_000_000,
        "` `` " * 200_000,
        " ".join("`" * run for run in range(1_400)),
    ],
)
def test_a_megabyte_of_backticks_takes_no_time(text):
    start = process_time()
    list(code_spans(text))
    assert process_time() - start < 1.5
