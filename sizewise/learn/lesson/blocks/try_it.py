"""`try-it`, a block as an author writes it."""

from typing import Literal

from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class TryIt(BlockShape):
    """Something to do away from the page, with a place to tick it off."""

    COMPUTES = False

    kind: Literal["try-it"] = "try-it"
    """The block's name."""
    task: Text
    """What to do."""
    steps: tuple[Text, ...] = ()
    """How, step by step."""
    lab: bool = False
    """Whether a button opens the token and cost lab."""
