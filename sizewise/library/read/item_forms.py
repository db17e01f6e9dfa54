"""What is right, written otherwise than the item's type has it: `answer: no` in a boolean."""

from collections.abc import Callable, Mapping
from typing import cast

from pydantic import BaseModel

from sizewise.learn.quiz.item import ItemType, NumericAnswer, Option
from sizewise.learn.quiz.kinds import KINDS
from sizewise.learn.quiz.kinds.fault import of_type
from sizewise.library.read.tree import Node, Scalar, Table
from sizewise.library.read.words import Words

_Form = Callable[[Node, ItemType], Words | None]


def other_form(shape: type[BaseModel], node: Node, type_word: str) -> Words | None:
    """What is wrong and what to write instead, in an item of that type; None where the form is that
    of the shape, or where the shape knows only one.
    """
    form = _FORMS.get(shape)
    return form(node, cast("ItemType", type_word)) if form and type_word in KINDS else None


def _answer(node: Node, of: ItemType) -> Words | None:
    if isinstance(node, Table) and "expr" in node.by_key:
        return None
    said = f"`{node.text[:40]}`" if isinstance(node, Scalar) else "this"
    return f"{said} is not how {of_type(of)} says what is right", KINDS[of].RIGHT


def _option(node: Node, of: ItemType) -> Words | None:
    if not isinstance(node, Scalar):
        return None
    text = node.text[:40]
    return f"`{text}` is no option yet", f'write {{id: a, text: "{text}"}}; {KINDS[of].RIGHT}'


_FORMS: Mapping[type[BaseModel], _Form] = {NumericAnswer: _answer, Option: _option}
