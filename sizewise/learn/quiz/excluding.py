"""Items that give each other away: which ones are never drawn together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sizewise.learn.quiz.item import Item

Rivals = Mapping[str, Collection[str]]
"""Item id -> the items that are never drawn together with it; only items that have any."""


def rivals(items: Iterable[Item]) -> Rivals:
    """Who excludes whom, both ways, whichever of the two says so."""
    found = defaultdict[str, set[str]](set)
    for item in items:
        for other in item.excludes:
            found[item.id].add(other)
            found[other].add(item.id)
    return dict(found)


def apart(items: Iterable[Item], beside: Collection[Item], excluded: Rivals) -> Iterator[Item]:
    """The items in their order, without those that exclude an earlier one or one of `beside`."""
    taken = {item.id for item in beside}
    for item in items:
        if taken.isdisjoint(excluded.get(item.id, ())):
            taken.add(item.id)
            yield item


def surely_drawn(items: Collection[Item]) -> tuple[int, Mapping[str, int]]:
    """How many items any draw can take, whatever its seed: of the bank, and of each skill.

    Items that exclude each other, directly or by others between them, count as one. For a skill
    they count only when all of them belong to it; else another skill may take the place.
    """
    groups = list(_groups(items))
    skills = [{item.skill for item in group} for group in groups]
    return len(groups), Counter(next(iter(each)) for each in skills if len(each) == 1)


def _groups(items: Collection[Item]) -> Iterator[list[Item]]:
    excluded, by_id = rivals(items), {item.id: item for item in items}
    while by_id:
        group, ahead = [], [next(iter(by_id))]
        while ahead:
            if (item := by_id.pop(ahead.pop(), None)) is not None:
                group.append(item)
                ahead.extend(excluded.get(item.id, ()))
        yield group
