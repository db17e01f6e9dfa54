"""Which questions a class misses most, and what it chose instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sizewise.learn.class_room.small_cells import FEWEST, SafeCount, alone, parts
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.statistics.analysis import FIRM, ItemAnalysis
from sizewise.learn.progress.statistics.expectation import Expectation, Weakness, weaknesses
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds import kind_of

RIGHT, OTHER = "right", "other"
"""What stands for the right number and for a wrong one without a name, where a number is typed."""


@dataclass(frozen=True)
class ItemTries:
    """The first tries of a class at one item, each learner's first since joining."""

    place: ItemPlace
    tries: int
    right: int
    """Those that earned the whole point."""
    chosen: Mapping[str, int]
    """How many learners chose each option, by its id."""
    mistakes: Mapping[str, int]
    """How many made each named mistake, by its id."""
    older: int = 0
    """Tries at an earlier version, when something else was right; they are not among these."""

    @property
    def missed(self) -> int:
        """Those that did not earn the whole point."""
        return self.tries - self.right

    @property
    def provisional(self) -> bool:
        """Whether some more learners may still change the numbers."""
        return self.tries < FIRM


class ChoiceCount(NamedTuple):
    """One thing to choose or to type, and how many did."""

    id: str
    """The option's id; where a number is typed the mistake's, RIGHT or OTHER."""
    key: bool
    chosen: SafeCount


@dataclass(frozen=True)
class MissedItem:
    """An item that many missed, as it may be shown."""

    tries: ItemTries
    missed: SafeCount
    choices: tuple[ChoiceCount, ...]
    """Empty where an answer consists of several, or where nothing may be shown."""


def most_missed(
    tries: Iterable[ItemTries], items: Mapping[ItemPlace, Item]
) -> tuple[MissedItem, ...]:
    """The items that at least 5 learners missed, those first that most did.

    Items that are in no bank any more are left out, and those of which nothing may be shown.
    """
    there = [each for each in tries if each.place in items and each.missed >= FEWEST]
    there.sort(key=lambda each: (-each.missed, each.tries, each.place))
    return tuple(_missed(each, items[each.place]) for each in there if _pair(each))


def weak(
    missed: MissedItem, found: ItemAnalysis, expected: Expectation | None
) -> tuple[Weakness, ...]:
    """Why an item wants to be mended, by the statistics of the class.

    An item is called weak only if it is for the most learners who, by what is shown of it, may have
    been right: the word then tells nothing of a count that is hidden.
    """
    if found.facility is None:
        return ()
    most = 1 - missed.missed.low / missed.tries.tries
    return weaknesses(replace(found, facility=max(found.facility, most)), expected)


def gone(tries: Iterable[ItemTries], items: Mapping[ItemPlace, Item]) -> int:
    """How many items were answered that are in no bank any more."""
    return sum(each.place not in items for each in tries)


def _pair(tries: ItemTries) -> tuple[SafeCount, ...]:
    return parts((tries.right, tries.missed))


def _missed(tries: ItemTries, item: Item) -> MissedItem:
    """Where one thing is chosen the counts add up; the key's cell then says how many missed it."""
    counts = _counts(tries, item)
    if _several(item):
        choices = tuple(ChoiceCount(name, key, alone(count)) for name, key, count in counts)
        return MissedItem(tries, _pair(tries)[1], choices)
    cells = parts([count for _, _, count in counts])
    choices = tuple(
        ChoiceCount(name, key, cell) for (name, key, _), cell in zip(counts, cells, strict=False)
    )
    right = next((each.chosen for each in choices if each.key), _pair(tries)[0])
    return MissedItem(tries, SafeCount(tries.tries - right.high, tries.tries - right.low), choices)


def _counts(tries: ItemTries, item: Item) -> list[tuple[str, bool, int]]:
    """What can be chosen, whether it is right, and how many chose it."""
    kind = kind_of(item)
    if kind.PLACED:
        return []
    if item.answer is None:
        known = [(o.id, o.key, tries.chosen.get(o.id, 0)) for o in item.options]
    else:
        named = dict.fromkeys(each.misconception or OTHER for each in item.answer.mistakes)
        wrong = [(name, False, tries.mistakes.get(name, 0)) for name in named if name != OTHER]
        known = [(RIGHT, True, tries.right), *wrong]
    other = tries.tries - sum(count for _, _, count in known)
    return [*known, (OTHER, False, other)] if other > 0 and not _several(item) else known


def _several(item: Item) -> bool:
    return not kind_of(item).ONE_PICK and item.answer is None
