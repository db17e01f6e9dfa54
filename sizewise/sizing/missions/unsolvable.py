"""When a mission has no answer worth asking for, and the two steps that every answer shares."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sizewise.sizing.catalogue.catalog import (
    Catalogue,
    ModelProfile,
)
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.missions.solution import (
    Option,
    Solution,
)


class Unsolvable(ValueError):
    """The catalogue gives no answer, or one that asks for nothing; the message is for authors."""


def priced(catalogue: Catalogue, model: str, day: date) -> tuple[ModelProfile, Price]:
    """A model and its price. Raises ModelUnknown and PriceUnknown."""
    profile = catalogue.model(model)
    return profile, profile.price_on(day)


def choice(
    kind: Literal["several", "one"], options: Sequence[Option], sums: tuple[str, ...]
) -> Solution:
    """Options to pick from. Raises Unsolvable when all or none of them is right, or two are."""
    keys = sum(each.right for each in options)
    if not keys or keys == len(options):
        raise Unsolvable("all options are right or none is: change the numbers")
    if kind == "one" and keys > 1:
        raise Unsolvable("several options are equally right: change the numbers")
    return Solution(kind, sums, tuple(options))
