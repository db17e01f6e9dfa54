"""The kinds of items: one module each, with what teaching knows of it. `KINDS` lists them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from sizewise.learn.quiz.item import Item, ItemType, Option
from sizewise.learn.quiz.kinds import boolean, match, multiple, numeric, order, pretest, single
from sizewise.learn.quiz.kinds.choice import option_faults
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.kinds.pick import Pick
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem


class ItemKind(Protocol):
    """What a kind of item has to say."""

    COUNTS: bool
    """Whether it is asked in a quiz; else it is asked before the lesson and never counts."""
    ONE_PICK: bool
    """Whether one option is picked, so that one is the key."""
    MOVABLE: bool
    """Whether the one key may stand at any place."""
    FREE_LENGTH: bool
    """Whether the author chooses how many options there are."""
    PLACED: bool
    """Whether every option has a place of its own, so that each can be placed wrongly."""
    RIGHT: str
    """How the author says what is right, as an instruction."""

    def faults(self, item: Item) -> Iterator[Fault]:
        """Why an item of this kind could not be shown or scored as meant."""

    def is_key(self, option: Option) -> bool:
        """Whether an option is right, or belongs somewhere; else it is a distractor."""

    def arranged(
        self, written: Sequence[Option], shuffled: Sequence[Option], shuffle: bool
    ) -> Sequence[Option]:
        """The options in the order shown; `shuffle` is what the quiz wants."""

    def picks(self, item: ShownItem) -> Iterator[Pick]:
        """The choices that an answer consists of; none where the item is one choice, or none."""

    def tells_place(self, text: str) -> str | None:
        """The word by which an option tells its place, if one does."""

    def key_text(self, item: ShownItem, names: Mapping[str, str]) -> str:
        """What is right, with options by these names: their texts, or their letters on paper."""

    def chance(self, item: ShownItem) -> Decimal:
        """The mean score of blind guessing."""

    def unanswered(self, item: ShownItem, response: Response) -> str | None:
        """The sentence that asks for an answer, or none when there is one."""

    def marking(self, item: ShownItem) -> str:
        """How a part of an answer earns a part of the point, for whoever marks paper; empty where
        an answer earns all of it or nothing.
        """

    def score(self, item: ShownItem, response: Response) -> Score:
        """What a response is worth. Raises ResponseError when a number cannot be read."""


KINDS: Mapping[ItemType, ItemKind] = {
    "single": single,
    "multiple": multiple,
    "boolean": boolean,
    "numeric": numeric,
    "pretest": pretest,
    "order": order,
    "match": match,
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
