"""`mistake-or-better`, a block as an author writes it."""

from typing import Literal

from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class MistakeOrBetter(BlockShape):
    """A common mistake beside the better thought."""

    COMPUTES = False

    kind: Literal["mistake-or-better"] = "mistake-or-better"
    """The block's name."""
    mistake: Text
    """What people often say."""
    better: Text
    """What to think instead."""
