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
