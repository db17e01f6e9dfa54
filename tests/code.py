"""The app's code in syntax trees, for tests of how it is written: parsed once for all of them."""

import ast
import gc
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


@cache
def tree(path: Path) -> ast.Module:
    """The tree of a file of the app."""
    return _trees()[path]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file of the app, as `ast.walk` finds them."""
    return tuple(ast.walk(tree(path)))


@cache
def _trees() -> dict[Path, ast.Module]:
    """Looking for what could be thrown away takes longer than parsing, and all of it stays."""
    gc.disable()
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "sizewise").rglob("*.py")]
    parsed = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in files}
    gc.freeze()
    gc.enable()
    return parsed
