"""One of two is right: true or false, yes or no."""

from collections.abc import Iterator, Sequence

from sizewise.ground.written import number_of
from sizewise.learn.quiz.item import Item, Option
from sizewise.learn.quiz.kinds import single
from sizewise.learn.quiz.kinds.choice import misplaced
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.kinds.single import chance as chance
from sizewise.learn.quiz.kinds.single import is_key as is_key
from sizewise.learn.quiz.kinds.single import key_text as key_text
from sizewise.learn.quiz.kinds.single import marking as marking
from sizewise.learn.quiz.kinds.single import picks as picks
from sizewise.learn.quiz.kinds.single import score as score
from sizewise.learn.quiz.kinds.single import tells_place as tells_place
from sizewise.learn.quiz.kinds.single import unanswered as unanswered

COUNTS = True
ONE_PICK = True
MOVABLE = False
FREE_LENGTH = False
PLACED = False
_TWO = "two options, such as True and False"
RIGHT = f"write {_TWO}, and mark the right one with key: true"


def faults(item: Item) -> Iterator[Fault]:
    """As for one right option, of exactly two."""
    yield from misplaced(item, RIGHT, _TWO)
    yield from single.one_key(item)
    if item.options and len(item.options) != 2:
        why = f"A boolean item has {number_of(len(item.options), 'option')}."
        yield Fault("L03", "options", why, "Give it two, such as True and False.")


def arranged(
    written: Sequence[Option], _shuffled: Sequence[Option], _shuffle: bool
) -> Sequence[Option]:
    """As the author wrote them: True stays before False."""
    return written
