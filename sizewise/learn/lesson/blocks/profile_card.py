"""`profile-card`, a block as an author writes it."""

from typing import Literal

from sizewise.ground.ids import ModelId
from sizewise.learn.lesson.blocks.shape import BlockShape


class ProfileCard(BlockShape):
    """The catalogue's facts about one model, with their dates and sources."""

    COMPUTES = False

    kind: Literal["profile-card"] = "profile-card"
    """The block's name."""
    model: ModelId
    """The model."""
