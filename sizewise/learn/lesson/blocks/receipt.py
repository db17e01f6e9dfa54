"""`receipt`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class ReceiptBlock(BlockShape):
    """What one job costs on one or more models, line by line."""

    COMPUTES = False

    kind: Literal["receipt"] = "receipt"
    """The block's name."""
    title: Text
    """The job."""
    models: tuple[ModelId, ...] = Field(min_length=1, max_length=5)
    """The models to price."""
    usage: CallTokens
    """The tokens of one call."""
    calls: Annotated[int, Field(ge=1)] = 1
    """How many calls the job needs."""
    note: Text | None = None
    """A line below the total."""
