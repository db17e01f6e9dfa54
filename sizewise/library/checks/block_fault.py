"""Something to repair in a block of a lesson."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sizewise.learn.finding import Level
from sizewise.library.read.tree import Key


class BlockFault(NamedTuple):
    """Something to repair in a block: the way to its field, what is wrong, what to write."""

    keys: tuple[Key, ...]
    what: str
    fix: str
    level: Level = "E"


def standing_twice(
    field: str, given: Sequence[object], *inner: Key, fix: str = "take one of them out"
) -> Iterator[BlockFault]:
    """A fault for each entry of a list that says the same as one before it."""
    for at, each in enumerate(given):
        if each in given[:at]:
            yield BlockFault((field, at, *inner), f"`{each}` stands twice", fix)
