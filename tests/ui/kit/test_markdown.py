"""Authors' text on its way to the screen."""

import re
import string
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sizewise.ui.kit.markdown import escape_dollars, html, inline, literal


def test_two_prices_in_a_line_do_not_become_a_formula():
    assert escape_dollars("from $1 to $2") == r"from \$1 to \$2"


def test_a_dollar_in_code_stays_as_typed():
    assert escape_dollars("run `echo $HOME` for $1") == r"run `echo $HOME` for \$1"


@given(st.text(alphabet="ab$ \n"))
def test_outside_code_every_dollar_is_escaped_and_nothing_else_changes(text):
    assert escape_dollars(text).replace(r"\$", "$") == text
    assert escape_dollars(text).count(r"\$") == text.count("$")


SIGNS = string.printable.split("\t")[0] + "äß漢😀"


@given(st.text(alphabet=SIGNS).map(str.strip).filter(bool))
def test_what_somebody_typed_comes_out_as_it_was(text):
    [shown] = re.findall("^<p>(.*)</p>$", MarkdownIt("commonmark").render(literal(text)))
    assert unescape(shown.replace("\u2060", "")) == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("$x$ *y* [z](w)", r"\$x\$ \*y\* \[z\](w)"),
        ("ft:gpt:school::abc", "ft:\u2060gpt:\u2060school::abc"),
        ("![x](//y)", r"!\[x\](//y)"),
        ("1. a", r"1\. a"),
        ("  # a\n - b", r"\# a - b"),
    ],
)
def test_what_somebody_typed_is_no_markdown_and_no_picture(typed, written):
    assert literal(typed) == written


def test_html_in_a_text_becomes_plain_text():
    assert "<script>" not in html("<script>alert(1)</script>")
    assert "&lt;script&gt;" in inline("a <script> b")


def test_links_that_run_scripts_are_not_made():
    assert "href" not in inline("[x](javascript:alert(1))")
