"""The kinds of items: one module each, with what teaching knows of it. `KINDS` lists them all."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Protocol

from sizewise.learn.quiz.item import (
    Item,
    ItemType,
)
from sizewise.learn.quiz.kinds import boolean, multiple, numeric, pretest, single
from sizewise.learn.quiz.kinds.choice import option_faults
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem


class ItemKind(Protocol):
    """What a kind of item has to say."""

    COUNTS: bool
    """Whether it is asked in a quiz; else it is asked before the lesson and never counts."""
    ONE_PICK: bool
    """Whether one option is picked, so that one is the key."""
    IN_ORDER: bool
    """Whether options stay as the author wrote them."""
    FREE_LENGTH: bool
    """Whether the author chooses how many options there are."""

    def faults(self, item: Item) -> Iterator[Fault]:
        """Why an item of this kind could not be shown or scored as meant."""

    def chance(self, item: ShownItem) -> Decimal:
        """The mean score of blind guessing."""

    def unanswered(self, item: ShownItem, response: Response) -> str | None:
        """The sentence that asks for an answer, or none when there is one."""

    def score(self, item: ShownItem, response: Response) -> Score:
        """What a response is worth. Raises ResponseError when a number cannot be read."""


KINDS: Mapping[ItemType, ItemKind] = {
    "single": single,
    "multiple": multiple,
    "boolean": boolean,
    "numeric": numeric,
    "pretest": pretest,
}
"""Every kind by the word that an item's `type` says."""


def kind_of(item: Item | ShownItem) -> ItemKind:
    """The kind of an item."""
    return KINDS[item.type]


def faults(item: Item) -> Iterator[Fault]:
    """Everything that keeps an item from being shown or scored as meant."""
    yield from kind_of(item).faults(item)
    yield from option_faults(item)


def counted(items: Iterable[Item]) -> list[Item]:
    """The items that a quiz asks and counts."""
    return [item for item in items if kind_of(item).COUNTS]


def warm_ups(items: Iterable[Item]) -> list[Item]:
    """The items that are asked before the lesson and never count."""
    return [item for item in items if not kind_of(item).COUNTS]
