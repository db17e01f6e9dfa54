"""One choice inside an answer that consists of several."""

from typing import NamedTuple

from sizewise.learn.quiz.shown import ShownOption


class Pick(NamedTuple):
    """A choice of one among several; the linter lets its robots guess at each."""

    asked: str
    """What the choice is about; empty when the whole item says it."""
    offered: tuple[ShownOption, ...]
    """What there is to choose from, in an order that tells nothing."""
    key: str
    """The id of the right one."""
