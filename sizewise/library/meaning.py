"""What each field of a content type means: the text below it in the source.

Only schemas and the guide need it. Pydantic could read it with every type, but then whoever starts
Sizewise waits a third of a second for it.
"""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


def meanings(shape: type[BaseModel]) -> dict[str, str]:
    """The text below each field, by name, in the type itself or in one that it is made from."""
    line = [each for each in reversed(shape.__mro__) if each.__module__.startswith("sizewise.")]
    told = {name: text for each in line for name, text in _below_names(each).items()}
    return {name: told[name] for name in shape.model_fields if name in told}


def _below_names(shape: type) -> dict[str, str]:
    [written] = ast.parse(dedent(inspect.getsource(shape))).body
    body = written.body if isinstance(written, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
