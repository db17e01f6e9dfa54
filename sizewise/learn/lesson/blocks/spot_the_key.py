"""`spot-the-key`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import Code
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class Leak(Shape):
    """A line that gives a secret away."""

    line: Annotated[int, Field(ge=1)]
    """The line of the code, counted from 1."""
    why: Text
    """How the secret gets out there."""


class SpotTheKey(BlockShape):
    """A piece of code in which the learner marks the lines that leak a secret."""

    COMPUTES = True

    kind: Literal["spot-the-key"] = "spot-the-key"
    """The block's name."""
    question: Text
    """What to look for."""
    code: Code
    """The code, at most 20 lines; its key is plainly made up."""
    leaks: tuple[Leak, ...] = Field(min_length=1)
    """The lines that leak."""
    fix: Text
    """What to do instead, shown after the check."""
