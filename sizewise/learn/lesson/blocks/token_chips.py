"""`token-chips`, a block as an author writes it."""

from typing import Literal

from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class TokenChips(BlockShape):
    """A text the learner may change, shown as coloured tokens with their count."""

    COMPUTES = True

    kind: Literal["token-chips"] = "token-chips"
    """The block's name."""
    text: Text
    """What is in the box at first."""
    model: ModelId = "gpt-4o-mini"
    """Whose tokens to count."""
    label: Text = "Type here and watch the tokens"
    """The box's label."""
