"""One of two is right: true or false, yes or no."""

from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds import single
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.kinds.single import chance as chance
from sizewise.learn.quiz.kinds.single import score as score
from sizewise.learn.quiz.kinds.single import unanswered as unanswered

COUNTS = True
ONE_PICK = True
IN_ORDER = True  # True stays before False
FREE_LENGTH = False


def faults(item: Item) -> Iterator[Fault]:
    """As for one right option, of exactly two."""
    yield from single.faults(item)
    if item.options and len(item.options) != 2:
        why = f"A boolean item has {number_of(len(item.options), 'option')}."
        yield Fault("L03", "options", why, "Give it two, such as True and False.")
