"""From a response to a score. How is the matter of the item's kind."""

from decimal import Decimal

from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem


def unanswered(item: ShownItem, response: Response) -> str | None:
    """The sentence that asks for an answer, or none when there is one."""
    return kind_of(item).unanswered(item, response)


def score(item: ShownItem, response: Response) -> Score:
    """The score of a response. Raises ResponseError when a number cannot be read.

    Nothing given scores 0. Ids of options that the item no longer has are passed over, so that
    an answer to an older version can still be looked at.
    """
    return kind_of(item).score(item, response)


def chance(item: ShownItem) -> Decimal:
    """The mean score of blind guessing; 0 for a typed number."""
    return kind_of(item).chance(item)
