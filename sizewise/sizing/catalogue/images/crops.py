"""Google's rule for Gemini 2: a picture is cropped, and each crop costs the same."""

from math import ceil
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.images.pixels import Detail

WHOLE = 384
"""A picture of which no side is longer, in pixels, is one crop."""
SMALLEST, LARGEST = 256, 768
"""The bounds of a crop's side."""


class ImageCrops(Shape):
    """The crop rule of image tokens: as many crops as cover the picture. A rough rule, says Google.

    A crop's side is two thirds of the picture's shorter side, within 256 and 768 pixels.
    """

    rule: Literal["crops"] = "crops"
    """Always crops."""
    exact: ClassVar[bool] = False
    """The maker itself calls it rough."""
    crop: Annotated[int, Field(gt=0)]
    """Tokens of each crop."""

    def tokens(self, width: int, height: int, detail: Detail) -> int:  # noqa: ARG002
        """Input tokens; detail makes no difference."""
        if max(width, height) <= WHOLE:
            return self.crop
        side = min(max(SMALLEST, 2 * min(width, height) // 3), LARGEST)
        return self.crop * ceil(width / side) * ceil(height / side)
