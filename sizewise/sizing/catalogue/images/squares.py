"""Anthropic's rule: a token for each small square of a picture that fits the model's bounds."""

from bisect import bisect_left
from math import ceil
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.images.pixels import Detail


class ImageSquares(Shape):
    """The square rule of image tokens: one per square, in the largest size that the bounds allow.

    The picture keeps its shape; detail makes no difference.
    """

    rule: Literal["squares"] = "squares"
    """Always squares."""
    exact: ClassVar[bool] = True
    """The maker publishes examples, and ours agrees with them."""
    side: Annotated[int, Field(gt=0)]
    """The side of a square, in pixels."""
    cap: Annotated[int, Field(gt=0)]
    """The most tokens of a picture."""
    longest: Annotated[int, Field(gt=0)]
    """The longest side of a picture, in pixels; a longer one is made smaller."""

    def tokens(self, width: int, height: int, detail: Detail) -> int:  # noqa: ARG002
        """Input tokens."""
        return self._squares(*self.fitted(width, height))

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """The largest size in whole pixels that keeps both bounds and the picture's shape."""
        long, short = max(width, height), min(width, height)
        sides = range(1, min(long, self.longest) + 1)
        fitting = bisect_left(
            sides, True, key=lambda side: self._squares(side, _beside(side, long, short)) > self.cap
        )
        longer = sides[max(0, fitting - 1)]
        shorter = _beside(longer, long, short)
        return (longer, shorter) if width >= height else (shorter, longer)

    def _squares(self, width: int, height: int) -> int:
        return ceil(width / self.side) * ceil(height / self.side)


def _beside(side: int, long: int, short: int) -> int:
    """The shorter side of a picture whose longer side is brought to `side`."""
    return max(1, round(side * short / long))
