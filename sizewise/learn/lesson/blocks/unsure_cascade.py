"""`unsure-cascade`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import ModelId
from sizewise.learn.lesson.blocks.shape import BlockShape


class UnsureCascade(BlockShape):
    """A slider on a small model's measured confidence: what goes to a large model, and the bill."""

    COMPUTES = True

    kind: Literal["unsure-cascade"] = "unsure-cascade"
    """The block's name."""
    small: ModelId
    """The model whose price the small one's calls have."""
    large: ModelId
    """The model whose price the calls have that are passed on. It is not asked anything."""
    assumed: Annotated[int, Field(ge=50, le=100)]
    """On how many of a hundred mails the large model is taken to be right."""
