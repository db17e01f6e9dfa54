"""The rule of Gemini 3 and DeepSeek: a picture costs the same whatever its size."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.images.pixels import Detail


class ImageFlat(Shape):
    """The flat rule of image tokens: so many for any picture. Makers give it as the most."""

    rule: Literal["flat"] = "flat"
    """Always flat."""
    exact: ClassVar[bool] = False
    """A picture may cost less."""
    most: Annotated[int, Field(gt=0)]
    """Tokens of a picture."""
    low: Annotated[int, Field(gt=0)] | None = None
    """Tokens of a low-detail one; none when no source gives them, and it counts like any other."""

    def tokens(self, width: int, height: int, detail: Detail) -> int:  # noqa: ARG002
        """Input tokens."""
        return self.low if detail == "low" and self.low is not None else self.most
