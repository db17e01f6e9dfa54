"""`context-window`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import Tokens
from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class WindowPiece(Shape):
    """Something that is sent with a call."""

    name: Text
    """What it is, such as `Rules` or `Documents`."""
    tokens: Tokens
    """Its tokens at first."""
    most: Annotated[int, Field(ge=1, le=1_000_000_000)]
    """Where its slider ends, in tokens."""


class ContextWindowBlock(BlockShape):
    """A model's context window as a bar that the learner fills piece by piece."""

    COMPUTES = True

    kind: Literal["context-window"] = "context-window"
    """The block's name."""
    model: ModelId
    """Whose window and reply limit to use, from the catalogue."""
    pieces: tuple[WindowPiece, ...] = Field(min_length=1, max_length=5)
    """What fills it; each gets a slider."""
    reply: Tokens = 0
    """Tokens kept free for the reply at first; it gets a slider too."""
