"""A quiz on paper: for the same seed and the same facts the same items, letters and key."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sizewise.learn.quiz.attempt import drawn
from sizewise.learn.quiz.item import Item, Quiz
from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.learn.quiz.template import Facts, rank, show

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class SheetQuestion:
    """An item on the sheet."""

    number: int
    """Its place, counted from 1."""
    item: ShownItem
    """Its options in the order of their letters."""

    @property
    def lettered(self) -> tuple[tuple[str, ShownOption], ...]:
        """Every option with its letter."""
        return tuple(zip(LETTERS, self.item.options, strict=False))

    @property
    def key(self) -> str:
        """What is right: a letter, letters such as "A, C", pairs such as "1 C", or a number."""
        letters = {option.id: letter for letter, option in self.lettered}
        return kind_of(self.item).key_text(self.item, letters)


@dataclass(frozen=True)
class Worksheet:
    """The questions of one sheet, numbered."""

    quiz_id: str
    seed: str
    questions: tuple[SheetQuestion, ...]

    @property
    def mark(self) -> str:
        """Four digits and letters that differ when anything a learner reads does: a sheet and a
        key with the same mark belong together.
        """
        read = [(each.item.stem, each.key, list(_texts(each.item))) for each in self.questions]
        return sha256(repr(read).encode()).hexdigest()[:4]


def _texts(item: ShownItem) -> Iterator[str]:
    yield from (option.text for option in item.options)
    yield from (option.matches for option in item.options if option.matches)


def worksheet(quiz: Quiz, seed: str, facts: Facts) -> Worksheet:
    """The sheet that a seed draws. Raises what `template.show` raises."""
    items = [quiz.item(each) for each in drawn(quiz, "exam", seed)]
    shown = [show(item, seed, facts, quiz.shuffle.options) for item in items]
    movable = {item.id for item in items if quiz.shuffle.options and _movable(item)}
    free = [each for each in shown if each.id in movable]
    places = key_places(free, _taken(shown, movable), seed)
    placed = (_with_key_at(each, places.get(each.id)) for each in shown)
    questions = tuple(SheetQuestion(number, each) for number, each in enumerate(placed, start=1))
    return Worksheet(quiz.id, seed, questions)


def _movable(item: Item) -> bool:
    """Whether the key may stand anywhere: not where True comes first, or where numbers ascend."""
    kind = kind_of(item)
    return kind.MOVABLE and not all(option.expr for option in item.options)


def _taken(shown: Sequence[ShownItem], movable: set[str]) -> Counter[int]:
    """How often each place already holds the key of an item that stays as it is."""
    return Counter(
        place
        for item in shown
        if item.id not in movable and len(item.keys) == 1
        for place, option in enumerate(item.options)
        if option.key
    )


def key_places(items: Sequence[ShownItem], taken: Mapping[int, int], seed: str) -> dict[str, int]:
    """A place for the key of each item, counted from 0, so that no letter is right more often
    than another: a learner who always marks C gains nothing.

    `taken` counts the keys that stand already. The items choose in an order of their own, so that
    their order on the sheet tells nothing.
    """
    used, places = Counter(taken), {}
    for item in sorted(items, key=lambda each: rank(seed, "place", each.id)):
        ties = {at: rank(seed, "place", item.id, str(at)) for at in range(len(item.options))}
        place = min(ties, key=lambda at: (used[at], ties[at]))
        used[place] += 1
        places[item.id] = place
    return places


def _with_key_at(item: ShownItem, place: int | None) -> ShownItem:
    if place is None:
        return item
    options = (*item.distractors[:place], *item.keys, *item.distractors[place:])
    return replace(item, options=options)
