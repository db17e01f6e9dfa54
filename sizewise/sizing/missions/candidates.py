"""When a mission has no answer worth asking for, and the two steps that every answer shares."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.missions.computed import Candidate, Computed


class Unsolvable(ValueError):
    """The catalogue gives no answer, or one that asks for nothing; the message is for authors."""


def priced(catalogue: Catalogue, model: str, day: date) -> tuple[ModelProfile, Price]:
    """A model and its price. Raises ModelUnknown and PriceUnknown."""
    profile = catalogue.model(model)
    return profile, profile.price_on(day)


def choice(
    asked: Literal["several", "one"], candidates: Sequence[Candidate], sums: tuple[str, ...]
) -> Computed:
    """Some of several. Raises Unsolvable when all or none of them is right, or two are."""
    keys = sum(each.right for each in candidates)
    if not keys or keys == len(candidates):
        raise Unsolvable("all options are right or none is: change the numbers")
    if asked == "one" and keys > 1:
        raise Unsolvable("several options are equally right: change the numbers")
    return Computed(asked, sums, tuple(candidates))
