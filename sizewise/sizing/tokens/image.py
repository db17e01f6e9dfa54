"""Pictures to tokens, by the rules of OpenAI's "Images and vision" guide."""

from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Literal, assert_never

from sizewise.ground.plain import Plain
from sizewise.sizing.catalogue.catalog import ImagePatches, ImageTiles

Detail = Literal["low", "high", "auto"]
"""How closely the model looks."""

TILE_SQUARE = 2048
"""A picture is first made to fit in a square of this side, in pixels."""
TILE_SHORT_SIDE = 768
"""Then its shorter side is brought down to this."""
TILE = 512
"""The side of a tile."""
PATCH = 32
"""The side of a patch."""
LOW_SQUARE = 512
"""The square that a low-detail picture is brought down to."""


class ImageEmpty(Plain, ValueError):
    """A picture needs at least one pixel each way."""


@dataclass(frozen=True)
class Cut:
    """A picture as a tile model sees it: its size once made smaller, and its tiles each way."""

    width: int
    height: int
    across: int
    down: int

    @property
    def tiles(self) -> int:
        """How many tiles are paid for; those at the right and lower edge may be half empty."""
        return self.across * self.down


def image_tokens(width: int, height: int, detail: Detail, rule: ImageTiles | ImagePatches) -> int:
    """Input tokens of a picture of that many pixels.

    Tile models: exact where the guide gives examples. Patch models: an estimate, rounded up.
    The maker does not say what `auto` chooses; we count it as high, the dearer of the two.
    Pictures are made smaller, never larger. Raises ImageEmpty.
    """
    _must_show_something(width, height)
    match rule.rule:
        case "tiles":
            tiles = 0 if detail == "low" else cut(width, height).tiles
            return rule.base + rule.tile * tiles
        case "patches":
            if detail == "low":
                width, height = _within(width, height, LOW_SQUARE, max(width, height))
            return ceil(_patches(width, height, rule.cap) * rule.multiplier)
        case _:
            assert_never(rule)


def cut(width: int, height: int) -> Cut:
    """How a tile model shrinks a high-detail picture and cuts it. Raises ImageEmpty."""
    _must_show_something(width, height)
    width, height = _within(width, height, TILE_SQUARE, max(width, height))
    width, height = _within(width, height, TILE_SHORT_SIDE, min(width, height))
    return Cut(width, height, ceil(width / TILE), ceil(height / TILE))


def _must_show_something(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise ImageEmpty(f"a picture of {width} x {height} pixels has nothing to see")


def _within(width: int, height: int, most: int, side: int) -> tuple[int, int]:
    """The size once `side`, one of its two sides, is no longer than `most`, in whole pixels."""
    if side <= most:
        return width, height
    return max(1, width * most // side), max(1, height * most // side)


def _patches(width: int, height: int, cap: int) -> int:
    across, down = ceil(width / PATCH), ceil(height / PATCH)
    if across * down <= cap:
        return across * down
    return min(cap, _shrunk_patches(width, height, cap))


def _shrunk_patches(width: int, height: int, cap: int) -> int:
    """Patches of a picture shrunk to the cap, and again until one side is whole patches."""
    shrink = sqrt(cap / (width * height))
    across, down = max(1.0, width * shrink), max(1.0, height * shrink)
    again = min(floor(across) / across, floor(down) / down)
    # Rounded first: 33.000000001 patches are 33, not 34.
    return ceil(round(across * again, 6)) * ceil(round(down * again, 6))
