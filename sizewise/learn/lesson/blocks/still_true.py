"""`still-true`, a block as an author writes it."""

from datetime import date
from typing import Literal

from pydantic import Field

from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class DatedClaim(Shape):
    """A sentence that was true on its day."""

    claim: Text
    """The sentence. `{then}` becomes the fact as it was on that day."""
    said_on: date
    """The day it was written."""
    fact: Text
    """The catalogue's fact behind it, as `price gpt-4o-mini input`."""
    then: Text | None = None
    """What the fact was on that day. Prices need none: the catalogue knows them by date."""
    why: Text
    """What to learn from it. `{now}` becomes the fact as it is today."""


class StillTrue(BlockShape):
    """Dated claims to judge: still true, or out of date? The catalogue decides."""

    COMPUTES = True

    kind: Literal["still-true"] = "still-true"
    """The block's name."""
    claims: tuple[DatedClaim, ...] = Field(min_length=2, max_length=6)
    """The claims."""
