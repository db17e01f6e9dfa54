"""Where a fact of the catalogue stands."""

from datetime import date
from typing import Annotated

from pydantic import Field

from sizewise.ground.ids import URL
from sizewise.ground.shape import Shape

Url = Annotated[str, Field(pattern=URL)]
"""A web address that starts with https."""


class Source(Shape):
    """Where a fact stands."""

    title: str
    """The page's name."""
    url: Url
    """Its address."""
    checked_on: date
    """The day somebody last read it."""
