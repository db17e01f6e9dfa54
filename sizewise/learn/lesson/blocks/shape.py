"""What every kind of block has beside its fields."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from sizewise.ground.shape import Shape

Share = Annotated[Decimal, Field(ge=0, le=1)]
"""A part of the whole, from 0 to 1."""


class BlockShape(Shape):
    """An interactive block, as an author writes it in a fenced block."""

    COMPUTES: ClassVar[bool]
    """Whether it asks for a learner's hands and attention: one such block is enough for a part."""
