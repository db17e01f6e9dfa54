"""One option is right, and one is picked."""

from collections.abc import Iterator
from decimal import Decimal

from sizewise.ground.written import number_of
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds.choice import arranged as arranged
from sizewise.learn.quiz.kinds.choice import is_key as is_key
from sizewise.learn.quiz.kinds.choice import key_text as key_text
from sizewise.learn.quiz.kinds.choice import misplaced, mistakes, picked, unmatched
from sizewise.learn.quiz.kinds.choice import picks as picks
from sizewise.learn.quiz.kinds.choice import tells_place as tells_place
from sizewise.learn.quiz.kinds.fault import Fault, named
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem

COUNTS = True
ONE_PICK = True
MOVABLE = True
FREE_LENGTH = True
PLACED = False
RIGHT = "mark the right option with key: true"


def faults(item: Item) -> Iterator[Fault]:
    """Options of which exactly one is the key."""
    yield from misplaced(item, RIGHT)
    yield from one_key(item)


def one_key(item: Item) -> Iterator[Fault]:
    """Exactly one key, and something wrong beside it."""
    yield from unmatched(item)
    if not item.options:
        return
    if len(item.keys) != 1:
        why = f"{named(item)} has {number_of(len(item.keys), 'key')}."
        yield Fault("L03", "options", why, "Mark exactly one option with key: true.")
    if not item.distractors:
        yield Fault("L03", "options", "There is no wrong option.", "Write at least one.")


def chance(item: ShownItem) -> Decimal:
    """One of so many."""
    return Decimal(1) / len(item.options) if item.options else Decimal(0)


def unanswered(item: ShownItem, response: Response) -> str | None:
    """One option has to be picked."""
    return None if len(picked(item, response)) == 1 else "Choose one answer first."


def marking(_item: ShownItem) -> str:
    """All of the point, or nothing."""
    return ""


def score(item: ShownItem, response: Response) -> Score:
    """The whole point for the key, else none."""
    chosen = picked(item, response)
    right = len(chosen) == 1 and chosen[0].key
    lines = tuple(
        OptionLine(option.id, option in chosen, option.key, Decimal(option in chosen and right))
        for option in item.options
    )
    feedback = chosen[0].feedback if len(chosen) == 1 else None
    return Score(Decimal(right), right, lines, mistakes(chosen), feedback)
