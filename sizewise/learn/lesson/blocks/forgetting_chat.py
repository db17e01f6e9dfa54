"""`forgetting-chat`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape

Speaker = Literal["you", "model"]
"""Who speaks in a chat."""


class ChatTurn(Shape):
    """One message of a chat."""

    who: Speaker
    """Who wrote it."""
    text: Text
    """What it says."""


class ForgettingChat(BlockShape):
    """A chat whose oldest messages fall out of a small window, turn by turn."""

    COMPUTES = True

    kind: Literal["forgetting-chat"] = "forgetting-chat"
    """The block's name."""
    turns: tuple[ChatTurn, ...] = Field(min_length=4, max_length=20)
    """The messages, oldest first."""
    window: Annotated[int, Field(ge=20, le=1_000_000)]
    """Tokens that fit in at first: a toy window, so that one can watch it."""
    question: Text
    """What is asked at the end."""
    needs: Annotated[int, Field(ge=1)]
    """Which message, counted from 1, holds the answer."""
    model: ModelId = "gpt-4o-mini"
    """Whose tokens to count."""
