"""What every kind of block has beside its fields."""

from typing import ClassVar

from sizewise.ground.shape import Shape


class BlockShape(Shape):
    """An interactive block, as an author writes it in a fenced block."""

    COMPUTES: ClassVar[bool]
    """Whether it asks for a learner's hands and attention: one such block is enough for a part."""
