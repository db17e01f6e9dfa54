"""Several options are right, and any number of them may be picked."""

from collections.abc import Iterator
from decimal import Decimal

from sizewise.ground import written
from sizewise.learn.quiz.item import Item, Scoring
from sizewise.learn.quiz.kinds.choice import arranged as arranged
from sizewise.learn.quiz.kinds.choice import is_key as is_key
from sizewise.learn.quiz.kinds.choice import key_text as key_text
from sizewise.learn.quiz.kinds.choice import misplaced, mistakes, picked, unmatched
from sizewise.learn.quiz.kinds.choice import picks as picks
from sizewise.learn.quiz.kinds.choice import tells_place as tells_place
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.points import chance_of_multiple, option_points, points
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption

COUNTS = True
ONE_PICK = False
MOVABLE = False
FREE_LENGTH = True
PLACED = False
RIGHT = "mark every right option with key: true"


def faults(item: Item) -> Iterator[Fault]:
    """At least two keys and two distractors, or one pick would tell everything."""
    yield from misplaced(item, RIGHT)
    yield from unmatched(item)
    keys, distractors = len(item.keys), len(item.distractors)
    if item.options and (keys < 2 or distractors < 2):
        why = f"A multiple item has {keys} keys and {distractors} distractors."
        yield Fault("L03", "options", why, "Give it at least 2 of each.")


def chance(item: ShownItem) -> Decimal:
    """Over every pick of at least one option, each as likely as the others."""
    return chance_of_multiple(item.scoring, len(item.keys), len(item.distractors))


def unanswered(item: ShownItem, response: Response) -> str | None:
    """At least one option has to be picked."""
    return None if picked(item, response) else "Choose at least one answer first."


def marking(item: ShownItem) -> str:
    """By the item's own rule."""
    if item.scoring == Scoring.EXACT:
        return "Exactly these letters earn the point; any others earn nothing."
    gain, loss = (_option_points(item, key=key) for key in (True, False))
    return (
        f"Each of these earns {written.points(gain)}, and each other letter takes "
        f"{written.points(-loss)} away, never below 0. All of these and no other earn 1."
    )


def score(item: ShownItem, response: Response) -> Score:
    """By the item's own rule, summed option by option."""
    chosen = picked(item, response)
    hits, keys = sum(option.key for option in chosen), len(item.keys)
    value = points(item.scoring, hits, len(chosen) - hits, keys, len(item.distractors))
    lines = tuple(_line(item, option, option in chosen) for option in item.options)
    return Score(value, value == 1, lines, mistakes(chosen), None)


def _line(item: ShownItem, option: ShownOption, chosen: bool) -> OptionLine:
    gain = _option_points(item, key=option.key)
    return OptionLine(option.id, chosen, option.key, gain if chosen else Decimal(0))


def _option_points(item: ShownItem, *, key: bool) -> Decimal:
    return option_points(item.scoring, key, len(item.keys), len(item.distractors))
