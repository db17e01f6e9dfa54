"""One call that every model can be held against, so that fifty bills can stand in one column."""

from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import CostEstimate, estimate
from sizewise.sizing.tokens.usage import Usage

INPUT = 1000
"""Tokens that the call sends: about a page and a half of English."""
ANSWER = 300
"""Tokens of its visible answer: a few paragraphs."""
THINKING = 400
"""Hidden tokens that a model spends which thinks first: an example, for they vary with the task."""
NEIGHBOURS = 3
"""How many models make a short comparison."""


def typical_call(profile: ModelProfile) -> Usage:
    """The usage of a typical call; only models that think unasked spend hidden tokens."""
    thinking = THINKING if profile.file.thinks_unasked else 0
    return Usage(INPUT, output=ANSWER + thinking, reasoning=thinking)


def typical_cost(profile: ModelProfile, day: date) -> CostEstimate:
    """What a typical call costs at that day's price, in US dollars. Raises PriceUnknown."""
    return estimate(typical_call(profile), profile.price_on(day))


def neighbours(
    profile: ModelProfile, catalogue: Catalogue, day: date, most: int = NEIGHBOURS
) -> tuple[ModelProfile, ...]:
    """Models of the same size, one of each other maker, whose typical call costs most nearly alike.

    Only models that may be called on that day, those without an announced end first. Nothing when
    the model itself has no price on that day.
    """
    own = _total(profile, day)
    if own is None:
        return ()
    fit = [each for each in catalogue.profiles.values() if _alike(each, profile, day)]
    nearest: dict[str, ModelProfile] = {}
    for each in sorted(fit, key=lambda one: _distance(one, own, day)):
        nearest.setdefault(each.file.maker, each)
    return tuple(nearest.values())[:most]


def _alike(each: ModelProfile, profile: ModelProfile, day: date) -> bool:
    open_to_all = each.file.lifecycle.answers_on(day)
    same = each.file.size == profile.file.size and each.file.maker != profile.file.maker
    return open_to_all and same and bool(_total(each, day))


def _distance(each: ModelProfile, own: Decimal, day: date) -> tuple[bool, Decimal, str]:
    """How far apart two bills are; one twice as high is as far as one half as high."""
    total = _total(each, day) or Decimal(0)
    retiring = each.file.lifecycle.status_on(day) == "retiring"
    larger, smaller = max(total, own), min(total, own)
    return retiring, larger / smaller if smaller else Decimal("Infinity"), each.id


def _total(profile: ModelProfile, day: date) -> Decimal | None:
    try:
        return typical_cost(profile, day).total
    except PriceUnknown:
        return None
