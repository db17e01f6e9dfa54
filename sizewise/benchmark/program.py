"""Programs that models write: where they stand in a reply, and what became of their tests.

Nothing is run here. Whoever grades code brings somebody who runs it.
"""

import ast
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_FENCED = re.compile(r"```(?:python|py)?[ \t]*\n(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)


class ProgramOutcome(NamedTuple):
    """What became of a program and its tests."""

    passed: tuple[bool, ...]
    """A yes or no for each test that was reached, in order."""
    why: str = ""
    """Why not all of them were reached or passed, such as NameError; empty when all is well."""


ProgramRunner = Callable[[str, Sequence[str]], ProgramOutcome]
"""Runs a program and then its tests, somewhere it can do no harm."""


def program_in(reply: str) -> str:
    """The Python of a reply: its first fenced block, else all of it."""
    found = _FENCED.search(reply)
    return (found[1] if found else reply).strip()


def fault_of_test(test: str) -> str:
    """What keeps a text from being a test; empty when nothing does."""
    try:
        statements = ast.parse(test).body
    except (SyntaxError, ValueError):
        return f"`{test}` is no Python"
    if not any(isinstance(each, ast.Assert) for each in ast.walk(ast.Module(statements, []))):
        return f"`{test}` asserts nothing"
    return ""
