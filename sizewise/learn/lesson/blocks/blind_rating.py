"""`blind-rating`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class RatedAnswer(Shape):
    """An answer to rate without knowing where it comes from."""

    text: Text
    """The answer."""
    name: Text
    """What it turns out to be, after rating, such as `Twice as long, and one error`."""
    ratings: tuple[Annotated[int, Field(ge=1, le=5)], ...] = Field(min_length=2, max_length=5)
    """What other raters of this made-up case gave, 1 to 5."""


class BlindRating(BlockShape):
    """Two answers in a random order, rated before their origin is shown."""

    COMPUTES = True

    kind: Literal["blind-rating"] = "blind-rating"
    """The block's name."""
    question: Text
    """What was asked."""
    rubric: tuple[Text, ...] = Field(min_length=2, max_length=5)
    """What 1 to 5 are given for, best read before the answers."""
    answers: tuple[RatedAnswer, ...] = Field(min_length=2, max_length=2)
    """The two answers."""
    lesson: Text
    """What to take from it, shown at the end."""
