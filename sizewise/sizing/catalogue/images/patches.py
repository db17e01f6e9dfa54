"""OpenAI's patch rule: its models since GPT-4.1 mini."""

from decimal import Decimal
from math import ceil, floor, sqrt
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.images.pixels import LOW_SQUARE, Detail, within

PATCH = 32
"""The side of a patch."""

Most = Annotated[int, Field(gt=0)] | None
"""The most patches that a picture is cut into, if there is a most."""


class PictureBounds(Shape):
    """How far a picture may go before it is made smaller; none sets no bound."""

    cap: Most = None
    """The most patches."""
    longest: Most = None
    """The longest side, in pixels."""


class ImagePatches(Shape):
    """The patch rule of image tokens: one per 32-pixel patch, times a factor. An estimate."""

    rule: Literal["patches"] = "patches"
    """Always patches."""
    exact: ClassVar[bool] = False
    """Bills differ from it by a token: makers do not say how they round."""
    multiplier: Annotated[Decimal, Field(gt=0)]
    """Tokens per patch."""
    cap: Annotated[int, Field(gt=0)] = 1536
    """The most patches a picture is given."""
    longest: Most = None
    """The longest side it is brought down to first, in pixels; none leaves it as it is."""
    auto: PictureBounds | None = None
    """The bounds when a call asks for no detail; none when they are those of high detail."""

    def tokens(self, width: int, height: int, detail: Detail) -> int:
        """Input tokens, rounded up."""
        bounds = PictureBounds(cap=self.cap, longest=self.longest)
        if detail == "auto" and self.auto is not None:
            bounds = self.auto
        most = LOW_SQUARE if detail == "low" else bounds.longest
        if most is not None:
            width, height = within(width, height, most, max(width, height))
        return ceil(_patches(width, height, bounds.cap) * self.multiplier)


def _patches(width: int, height: int, cap: int | None) -> int:
    across, down = ceil(width / PATCH), ceil(height / PATCH)
    if cap is None or across * down <= cap:
        return across * down
    return min(cap, _shrunk_patches(width, height, cap))


def _shrunk_patches(width: int, height: int, cap: int) -> int:
    """Patches of a picture shrunk to the cap, and again until one side is whole patches."""
    shrink = sqrt(cap / (width * height))
    across, down = max(1.0, width * shrink), max(1.0, height * shrink)
    again = min(floor(across) / across, floor(down) / down)
    # Rounded first: 33.000000001 patches are 33, not 34.
    return ceil(round(across * again, 6)) * ceil(round(down * again, 6))
