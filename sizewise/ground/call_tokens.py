"""The tokens of one call, as an author writes them."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from sizewise.ground.shape import Shape

Tokens = Annotated[int, Field(ge=0)]
"""A number of tokens."""


class CallTokens(Shape):
    """The tokens of one call."""

    input: Tokens
    """Tokens sent, cached ones included."""
    cached: Tokens = 0
    """How many of the sent tokens come from a cache."""
    output: Tokens
    """Tokens written, reasoning included."""
    reasoning: Tokens = 0
    """How many of the written tokens are thinking that is billed but not shown."""

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
        for part, whole in (("cached", "input"), ("reasoning", "output")):
            some, all_of_them = getattr(self, part), getattr(self, whole)
            if some > all_of_them:
                raise ValueError(
                    f"{part} is a part of {whole}, and {some} are more than {all_of_them}: "
                    f"write at most {all_of_them}"
                )
        return self
