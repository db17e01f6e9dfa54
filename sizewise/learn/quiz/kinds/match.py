"""Things are matched: for each of several, one option is chosen. Spare options fit nothing."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from sizewise.ground.written import noun_for, points
from sizewise.learn.quiz.item import Item, Option
from sizewise.learn.quiz.kinds.choice import alike, keyed, misplaced, mistakes
from sizewise.learn.quiz.kinds.choice import tells_place as tells_place
from sizewise.learn.quiz.kinds.fault import Fault, named
from sizewise.learn.quiz.kinds.pick import Pick
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption

COUNTS = True
ONE_PICK = False
MOVABLE = False
FREE_LENGTH = False
PLACED = True
RIGHT = "write beside each option that belongs to something what it matches"
_FEWEST, _MOST, _MOST_OPTIONS = 3, 6, 8
_WRITE = "matches says what an option belongs to"


def faults(item: Item) -> Iterator[Fault]:
    """Three to six pairs, and no two that could be exchanged."""
    yield from misplaced(item, RIGHT, f"{_FEWEST} to {_MOST_OPTIONS} options")
    yield from keyed(item, _WRITE)
    pairs = sum(option.matches is not None for option in item.options)
    if item.options and not _FEWEST <= pairs <= _MOST:
        fix = f"Give {_FEWEST} to {_MOST} options a matches."
        yield Fault("L03", "options", f"{named(item)} has {pairs} pairs.", fix)
    if len(item.options) > _MOST_OPTIONS:
        why = f"{named(item)} has {len(item.options)} options."
        yield Fault("L03", "options", why, f"Write at most {_MOST_OPTIONS}.")
    said = {f"options[{option.id}]": option.text for option in item.options}
    asked = {f"options[{option.id}].matches": option.matches for option in item.options}
    yield from alike({place: text for place, text in said.items() if text}, "options")
    yield from alike({place: text for place, text in asked.items() if text}, "things to match")


def is_key(option: Option) -> bool:
    """Whatever belongs to something."""
    return option.matches is not None


def arranged(
    _written: Sequence[Option], shuffled: Sequence[Option], _shuffle: bool
) -> Sequence[Option]:
    """Always shuffled: in the author's order each option would stand beside what it belongs to."""
    return shuffled


def pairs(item: ShownItem) -> list[ShownOption]:
    """What is to be matched, in the author's order: the options that belong to something."""
    return sorted(item.keys, key=lambda option: option.place)


def given(item: ShownItem, response: Response) -> Mapping[str, ShownOption]:
    """The option that was chosen for each pair, by the pair's own option."""
    known = {option.id: option for option in item.options}
    return {
        pair: known[option]
        for pair, option in response.matched
        if pair in known and option in known
    }


def chance(item: ShownItem) -> Decimal:
    """Each pair is one choice among all options, whether or not a guesser uses one twice."""
    return Decimal(1) / len(item.options) if item.options else Decimal(0)


def unanswered(item: ShownItem, response: Response) -> str | None:
    """Every pair has to have an option."""
    open_ones = len(pairs(item)) - len(given(item, response))
    if open_ones:
        return f"Choose one for each first: {open_ones} {noun_for(open_ones, 'is', 'are')} open."
    return None


def _each(item: ShownItem) -> Decimal:
    """What a right pair earns."""
    return Decimal(1) / max(len(pairs(item)), 1)


def marking(item: ShownItem) -> str:
    """By the pair."""
    return f"Each right pair earns {points(_each(item))}."


def score(item: ShownItem, response: Response) -> Score:
    """The share of pairs that are right. A mistake is that of the option chosen wrongly."""
    chosen, asked = given(item, response), pairs(item)
    right = [pair.id in chosen and chosen[pair.id].id == pair.id for pair in asked]
    each = _each(item)
    lines = tuple(
        OptionLine(pair.id, hit, True, each if hit else Decimal(0))
        for pair, hit in zip(asked, right, strict=True)
    )
    wrong = [chosen[pair.id] for pair in asked if pair.id in chosen and chosen[pair.id] != pair]
    value = Decimal(sum(right)) / max(len(asked), 1)
    return Score(value, bool(right) and all(right), lines, mistakes(wrong), None)


def key_text(item: ShownItem, names: Mapping[str, str]) -> str:
    """Each pair by its number, with what belongs to it: `1 C, 2 A`."""
    return ", ".join(f"{at} {names[pair.id]}" for at, pair in enumerate(pairs(item), start=1))


def picks(item: ShownItem) -> Iterator[Pick]:
    """Each pair is one choice among all options."""
    for pair in pairs(item):
        yield Pick(pair.matches or "", item.options, pair.id)
