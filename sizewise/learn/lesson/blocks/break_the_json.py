"""`break-the-json`, a block as an author writes it."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.ids import Code, ModelId
from sizewise.ground.shape import Shape, Share, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class BrokenReply(Shape):
    """A reply that a program cannot use, or can."""

    name: Text
    """What the learner picks, such as `A missing field`."""
    reply: Code
    """The reply's text."""


class BreakTheJson(BlockShape):
    """A reply that the learner breaks, checked against a JSON Schema, with its retries priced."""

    COMPUTES = True

    kind: Literal["break-the-json"] = "break-the-json"
    """The block's name."""
    schema_text: Code
    """The JSON Schema that replies must keep to, as JSON."""
    reply: Code
    """A good reply, in the box at first."""
    broken: tuple[BrokenReply, ...] = Field(min_length=1, max_length=6)
    """Ready-made replies to try."""
    model: ModelId = "gpt-4o-mini"
    """Whose retries to price."""
    usage: CallTokens
    """The tokens of one try."""
    valid_share: Share = Decimal("0.9")
    """The share of tries that come out valid, at first."""
