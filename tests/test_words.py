"""One name, one type: a reader who has met a name has met what it stands for."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _types(path):
    """The names of the public types of a module: classes, and aliases that say what they are."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name[0].isupper() and not name.isupper() and "TypeVar(" not in ast.unparse(node):
                yield name


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
        for node in _spoken(ast.parse(path.read_text("utf-8")))
        if node.value in of_two_words
    }
    assert shown == set()


def _spoken(tree):
    """Text constants, but for annotations in quotes."""
    silent = {
        id(each)
        for node in ast.walk(tree)
        for kind in ("annotation", "returns")
        if (annotation := getattr(node, kind, None)) is not None
        for each in ast.walk(annotation)
    }
    for node in ast.walk(tree):
        text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if text and id(node) not in silent:
            yield node
