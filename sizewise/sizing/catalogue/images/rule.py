"""The rules of image tokens, told apart by the word under `rule`."""

from typing import Annotated

from pydantic import Field

from sizewise.sizing.catalogue.images.crops import ImageCrops
from sizewise.sizing.catalogue.images.flat import ImageFlat
from sizewise.sizing.catalogue.images.patches import ImagePatches
from sizewise.sizing.catalogue.images.squares import ImageSquares
from sizewise.sizing.catalogue.images.tiles import ImageTiles

ImageRule = Annotated[
    ImageTiles | ImagePatches | ImageSquares | ImageCrops | ImageFlat, Field(discriminator="rule")
]
"""How a model turns a picture into tokens."""
