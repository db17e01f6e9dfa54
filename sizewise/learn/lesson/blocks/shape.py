"""What every kind of block has beside its fields."""

from typing import ClassVar

from sizewise.ground.ids import ConditionText
from sizewise.ground.shape import Shape


class BlockShape(Shape):
    """An interactive block, as an author writes it in a fenced block."""

    COMPUTES: ClassVar[bool]
    """Whether it asks for a learner's hands and attention: one such block is enough for a part."""

    holds: ConditionText | None = None
    """What the block takes for granted of the catalogue; on a day when it does not hold, the block
    is not shown."""
