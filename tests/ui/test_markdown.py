"""Authors' text on its way to the screen."""

from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui.markdown import escape_dollars, html, inline


def test_two_prices_in_a_line_do_not_become_a_formula():
    assert escape_dollars("from $1 to $2") == r"from \$1 to \$2"


def test_a_dollar_in_code_stays_as_typed():
    assert escape_dollars("run `echo $HOME` for $1") == r"run `echo $HOME` for \$1"


@given(st.text(alphabet="ab$ \n"))
def test_outside_code_every_dollar_is_escaped_and_nothing_else_changes(text):
    assert escape_dollars(text).replace(r"\$", "$") == text
    assert escape_dollars(text).count(r"\$") == text.count("$")


def test_html_in_a_text_becomes_plain_text():
    assert "<script>" not in html("<script>alert(1)</script>")
    assert "&lt;script&gt;" in inline("a <script> b")


def test_links_that_run_scripts_are_not_made():
    assert "href" not in inline("[x](javascript:alert(1))")
