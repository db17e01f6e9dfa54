"""OpenAI's tile rule: GPT-4o, GPT-4.1, GPT-5 and GPT-4o mini."""

from dataclasses import dataclass
from math import ceil
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.images.pixels import Detail, within

TILE_SQUARE = 2048
"""A picture is first made to fit in a square of this side, in pixels."""
TILE_SHORT_SIDE = 768
"""Then its shorter side is brought down to this."""
TILE = 512
"""The side of a tile."""


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


class ImageTiles(Shape):
    """The tile rule of image tokens: a base and a price per 512-pixel tile."""

    rule: Literal["tiles"] = "tiles"
    """Always tiles."""
    exact: ClassVar[bool] = True
    """Makers publish examples of the tile rule, and ours agrees with them."""
    base: Annotated[int, Field(ge=0)]
    """Tokens of any picture; all of a low-detail one."""
    tile: Annotated[int, Field(ge=0)]
    """Tokens of each tile."""

    def tokens(self, width: int, height: int, detail: Detail) -> int:
        """Input tokens; `auto` counts as high, the dearer, for the maker does not say."""
        tiles = 0 if detail == "low" else cut(width, height).tiles
        return self.base + self.tile * tiles


def cut(width: int, height: int) -> Cut:
    """How a tile model shrinks a high-detail picture and cuts it."""
    width, height = within(width, height, TILE_SQUARE, max(width, height))
    width, height = within(width, height, TILE_SHORT_SIDE, min(width, height))
    return Cut(width, height, ceil(width / TILE), ceil(height / TILE))
