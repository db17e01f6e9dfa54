"""One name, one type: a reader who has met a name has met what it stands for."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from tests.code import nodes, tree

ROOT = Path(__file__).parents[1]
GLOSSARY = ROOT / "docs" / "glossary.md"
EVERY_TYPE = "## Every public type\n"


def _types(path):
    """The names of the types of a module: classes, and aliases that say what they are."""
    return _meanings(path).keys()


@cache
def _meanings(path):
    """The types of a module and the first sentence of what each says of itself, or nothing."""
    body = tree(path).body
    found = {}
    for node, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef):
            found[node.name] = ast.get_docstring(node) or ""
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name[0].isupper() and not name.isupper() and "TypeVar(" not in ast.unparse(node):
                found[name] = _text(below)
    return {name: _first_sentence(text) for name, text in found.items()}


def _text(node):
    spoken = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return str(node.value.value) if spoken else ""


def _first_sentence(text):
    return re.split(r"(?<=[.!?;:])\s", " ".join(text.split()))[0].rstrip(".;:").replace("|", "\\|")


def every_type():
    """The list of public types by module, from what their docstrings say."""
    rows = [
        f"| {name} | `{path.relative_to(ROOT / 'sizewise').with_suffix('')}` | {meaning} |"
        for path in sorted((ROOT / "sizewise").rglob("*.py"))
        for name, meaning in _meanings(path).items()
        if not name.startswith("_")
    ]
    head = ["| Type | Stands in `sizewise/` | Meaning |", "|---|---|---|"]
    return "\n".join(["", *head, *sorted(rows, key=str.casefold), ""])


def test_the_glossary_lists_every_public_type_as_its_docstring_says():
    listed = GLOSSARY.read_text("utf-8").partition(EVERY_TYPE)[2]
    assert listed.split("\n") == every_type().split("\n"), "write it: python -m tests.test_words"


def test_every_public_type_says_what_it_is():
    assert [row for row in every_type().split("\n") if row.endswith("|  |")] == []


def test_no_two_types_have_one_name():
    homes = defaultdict(list)
    for path in sorted((ROOT / "sizewise").rglob("*.py")):
        for name in _types(path):
            if not name.startswith("_"):
                homes[name].append(path.relative_to(ROOT).as_posix())
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_no_text_of_a_screen_is_the_name_of_a_type():
    """A search for a name of two words may also change a heading that learners read."""
    names = {name for path in (ROOT / "sizewise").rglob("*.py") for name in _types(path)}
    of_two_words = {name for name in names if sum(letter.isupper() for letter in name) > 1}
    shown = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in sorted((ROOT / "sizewise" / "ui").rglob("*.py"))
        for node in _spoken(nodes(path))
        if node.value in of_two_words
    }
    assert shown == set()


def _spoken(code):
    """Text constants, but for annotations in quotes."""
    silent = {
        id(each)
        for node in code
        for kind in ("annotation", "returns")
        if (annotation := getattr(node, kind, None)) is not None
        for each in ast.walk(annotation)
    }
    for node in code:
        text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if text and id(node) not in silent:
            yield node


if __name__ == "__main__":
    above = GLOSSARY.read_text("utf-8").partition(EVERY_TYPE)[0]
    GLOSSARY.write_text(above + EVERY_TYPE + every_type(), "utf-8")
