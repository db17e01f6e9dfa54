"""What blocks are made of: models, counts and the tokens of a call."""

from typing import Annotated

from pydantic import Field

from sizewise.ground.shape import Shape

Count = Annotated[int, Field(ge=0)]
"""A number of tokens or calls."""


class UsageShape(Shape):
    """The tokens of one call."""

    input: Count
    """Tokens sent, cached ones included."""
    cached: Count = 0
    """How many of the sent tokens come from a cache."""
    output: Count
    """Tokens written, reasoning included."""
    reasoning: Count = 0
    """How many of the written tokens are thinking that is billed but not shown."""
