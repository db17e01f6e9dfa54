"""State has three homes: content is read, the record is appended to, the draft is the tab's."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.code import nodes, tree

ROOT = Path(__file__).parents[1]
EMPTY = {"{}", "[]", "set()", "dict()", "list()", "defaultdict(list)", "Counter()", "deque()"}


@cache
def code():
    """Every file."""
    return {
        path.relative_to(ROOT).as_posix(): path
        for folder in ("pages", "sizewise")
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def screen():
    return [each for each in code().items() if each[0].startswith(("pages/", "sizewise/ui/"))]


def test_what_is_made_of_content_is_kept_in_one_place():
    """The preview forgets Streamlit's caches; what functools keeps, nobody forgets."""
    keepers = [
        f"{name}:{node.lineno} {node.name}"
        for name, path in screen()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef) and _kept_by_functools(node)
        if {"house", "library", "facts"} & _names(node)
    ]
    assert keepers == []


def _kept_by_functools(function):
    how = " ".join(ast.unparse(each) for each in function.decorator_list)
    return bool({"cache", "lru_cache"} & set(re.findall(r"\w+", how)))


def _names(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def test_no_module_keeps_a_collection_that_fills_up():
    fillers = [
        f"{name}:{node.lineno}"
        for name, path in code().items()
        for node in tree(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        if ast.unparse(node.value) in EMPTY
    ]
    assert fillers == []


def test_the_screen_never_scores():
    """A score once given is shown as given: `Answer.explained_by` says whether it still holds.

    A mission keeps no score, only that it was solved: its answer is judged when it is pressed.
    """
    scorers = [
        f"{name}:{node.lineno}"
        for name, path in screen()
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == "sizewise.learn.quiz.scoring"
        if "score" in {each.name for each in node.names}
    ]
    assert [each.split(":")[0] for each in scorers] == ["sizewise/ui/lab/missions/verdict.py"]
