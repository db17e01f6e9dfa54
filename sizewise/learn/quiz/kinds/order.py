"""Steps are put in sequence. The author writes them in the right order, which is never shown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from sizewise.ground.written import points
from sizewise.learn.quiz.item import Item, Option
from sizewise.learn.quiz.kinds.choice import alike, keyed, misplaced, mistakes, unmatched
from sizewise.learn.quiz.kinds.fault import Fault, named
from sizewise.learn.quiz.kinds.pick import Pick
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption

COUNTS = True
ONE_PICK = False
MOVABLE = False
FREE_LENGTH = False
PLACED = True
RIGHT = "write the options in the right order"
_TELLING = re.compile(
    r"\b(?:first(?: of all)?|second|third|next|then|finally|lastly|last|afterwards|after that"
    r"|to begin with|in the end|at the end)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 7


def faults(item: Item) -> Iterator[Fault]:
    """Three to seven steps, each another one, and the order alone says what is right."""
    yield from misplaced(item, RIGHT, f"{_FEWEST} to {_MOST} steps")
    yield from unmatched(item)
    yield from keyed(item, RIGHT)
    count = len(item.options)
    if item.options and not _FEWEST <= count <= _MOST:
        why = f"{named(item)} has {count} steps."
        yield Fault("L03", "options", why, f"Write {_FEWEST} to {_MOST}.")
    for option in item.options:
        if option.expr is not None:
            why = "A step is a formula, and another draw could need another order."
            yield Fault("L01", f"options[{option.id}].expr", why, "Write text instead.")
    steps = {f"options[{option.id}]": option.text for option in item.options}
    yield from alike({place: text for place, text in steps.items() if text}, "steps")


def is_key(_option: Option) -> bool:
    """Every step belongs in the sequence."""
    return True


def arranged(
    written: Sequence[Option], shuffled: Sequence[Option], _shuffle: bool
) -> Sequence[Option]:
    """Always shuffled, and never in the right order: should luck bring it, the first goes last."""
    return (*shuffled[1:], shuffled[0]) if list(shuffled) == list(written) else shuffled


def sequence(item: ShownItem) -> list[ShownOption]:
    """The steps in the right order."""
    return sorted(item.options, key=lambda option: option.place)


def chance(item: ShownItem) -> Decimal:
    """Over every order, each as likely as the others: of n! orders a step stands right after the
    one before it in (n - 1)!, which is 1 of n.
    """
    return Decimal(1) / len(item.options) if item.options else Decimal(0)


def unanswered(item: ShownItem, response: Response) -> str | None:
    """Every step has to have its place; a learner who moved none has answered nothing."""
    whole = sorted(response.picked) == sorted(option.id for option in item.options)
    return None if whole else "Put the steps in order first."


def _each(item: ShownItem) -> Decimal:
    """What a step earns that stands right after the one before it."""
    return Decimal(1) / max(len(item.options) - 1, 1)


def marking(item: ShownItem) -> str:
    """By neighbours in order."""
    return (
        f"Each letter right after the one that it follows here earns {points(_each(item))}; "
        "the first earns nothing by itself."
    )


def score(item: ShownItem, response: Response) -> Score:
    """The share of neighbours in order: of two steps that follow each other, whether the response
    has the second right after the first (as Moodle's ordering question grades "relative to the
    next item").

    The mistake of a step is named when the step stands before the one that it follows.
    """
    neighbours = list(pairwise(sequence(item)))
    places = _places(item, response)
    kept = [places[b.id] == places[a.id] + 1 for a, b in neighbours] if places else []
    each = _each(item)
    lines = tuple(
        OptionLine(step.id, right, True, each if right else Decimal(0))
        for (_, step), right in zip(neighbours, kept, strict=False)
    )
    too_early = [b for a, b in neighbours if places and places[b.id] < places[a.id]]
    value = Decimal(sum(kept)) / max(len(neighbours), 1)
    return Score(value, bool(kept) and all(kept), lines, mistakes(too_early), None)


def _places(item: ShownItem, response: Response) -> Mapping[str, int]:
    """Where each step was put, from 0; nothing when not all of them were."""
    if unanswered(item, response):
        return {}
    return {step: place for place, step in enumerate(response.picked)}


def tells_place(text: str) -> str | None:
    """Words such as first, then or finally."""
    found = _TELLING.search(text)
    return found[0] if found else None


def key_text(item: ShownItem, names: Mapping[str, str]) -> str:
    """The steps in the right order."""
    return ", ".join(names[option.id] for option in sequence(item))


def picks(item: ShownItem) -> Iterator[Pick]:
    """Which of two neighbours comes earlier; they are offered by the alphabet."""
    for one, following in pairwise(sequence(item)):
        offered = sorted((one, following), key=lambda option: option.text)
        yield Pick("", tuple(offered), one.id)
