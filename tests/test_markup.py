"""HTML is told from text by its type: no plain string of the screen or of a report holds a tag."""

import ast
import re
from pathlib import Path

import pytest

from tests.code import nodes

ROOT = Path(__file__).parents[1]
SCREEN = sorted((ROOT / "sizewise" / "ui").rglob("*.py"))
REPORT = sorted((ROOT / "sizewise" / "benchmark" / "report").rglob("*.py"))
TEMPLATES = sorted((ROOT / "sizewise" / "ui").rglob("*.html"))
TAG = re.compile(r"</?[a-zA-Z]|<!|&(?:[a-zA-Z]+|#\d+);")
TRUSTED = {"kit/html.py", "kit/markdown.py", "kit/prose.py"}
"""Who may call text from elsewhere HTML: what comes from our reader of Markdown."""


def _calls(code, *names):
    for node in code:
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
            yield node


def plain_html(code):
    """The lines of nodes where a plain string holds a tag or an entity.

    Docstrings and patterns to search with are neither HTML nor text.
    """
    other = {id(node.value) for node in code if isinstance(node, ast.Expr)}
    other |= {id(node.args[0]) for node in _calls(code, "Markup", "re.compile") if node.args}
    return sorted(
        {
            node.lineno
            for node in code
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in other and TAG.search(node.value)
        }
    )


def promised_html(code):
    """The lines of nodes where something that is not written out there is called HTML."""
    return [
        node.lineno
        for node in _calls(code, "Markup", "trusted", "html.trusted")
        if node.args and not isinstance(node.args[0], ast.Constant)
    ]


def written(line):
    """The nodes of a line of code."""
    return list(ast.walk(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    ['x = "<b>"', 'x = f"<i>{y}</i>"', 'x = "a &amp; b"', 'x = Markup(f"<b>{y}</b>")', 'x("</p")'],
)
def test_a_tag_in_a_plain_string_is_found(line):
    assert plain_html(written(line)) == [1]


@pytest.mark.parametrize(
    "line",
    ['x = Markup("<b>{}</b>").format(y)', '"""A <b> in words."""', 'x = "1 < 2 & 3"'],
)
def test_markup_and_words_are_no_plain_html(line):
    assert plain_html(written(line)) == []


@pytest.mark.parametrize("line", ["x = Markup(y)", 'x = Markup("a" + y)', "x = trusted(y)"])
def test_what_is_only_promised_to_be_html_is_found(line):
    assert promised_html(written(line)) == [1]


@pytest.mark.parametrize("path", [*SCREEN, *REPORT], ids=lambda path: path.name)
def test_no_plain_string_holds_html(path):
    """Use Markup("...").format(...), which escapes what is put in."""
    assert plain_html(nodes(path)) == []


def test_only_the_reader_of_markdown_is_trusted():
    who = {
        path.relative_to(ROOT / "sizewise" / "ui").as_posix()
        for path in SCREEN
        if promised_html(nodes(path))
    }
    assert who == TRUSTED


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_calls_something_safe(path):
    """What a template is given is text, unless the view gave Markup."""
    assert re.findall(r"\|\s*safe\b|autoescape", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_filled_in_by_a_view_beside_it(path):
    views = [view.read_text("utf-8") for view in path.parent.glob("*.py")]
    assert any(f'"{path.name}"' in view for view in views)


MOST_ELEMENTS = 5
ON_THE_FIRST_PAGE = {"home/cards.py", "home/hero.py", "kit/receipt.py", "kit/share.py"}
"""What the first page draws does without Jinja, which takes 50 ms to load."""


def test_more_than_a_few_elements_stand_in_a_template_beside_their_view():
    screen = ROOT / "sizewise" / "ui"
    long = {
        path.relative_to(screen).as_posix()
        for path in SCREEN
        for call in _calls(nodes(path), "Markup")
        if call.args and isinstance(call.args[0], ast.Constant)
        if len(re.findall(r"<[a-z]", call.args[0].value)) > MOST_ELEMENTS
    }
    assert long - ON_THE_FIRST_PAGE == set()
