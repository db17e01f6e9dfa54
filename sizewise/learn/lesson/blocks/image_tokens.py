"""`image-tokens`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import ModelId
from sizewise.learn.lesson.blocks.shape import BlockShape


class ImageTokens(BlockShape):
    """A picture's size, its tiles, tokens and cost on one or more models; own photos too."""

    COMPUTES = True

    kind: Literal["image-tokens"] = "image-tokens"
    """The block's name."""
    models: tuple[ModelId, ...] = Field(min_length=1, max_length=4)
    """The models to compare; each must have image tokens in the catalogue."""
    width: Annotated[int, Field(ge=1, le=20000)] = 1024
    """Width at first, in pixels."""
    height: Annotated[int, Field(ge=1, le=20000)] = 1024
    """Height at first, in pixels."""
