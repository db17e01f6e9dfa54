"""Which models of the catalogue to show and in which order, to and from the address."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sizewise.sizing.catalogue.catalog import ModelFile, ModelProfile, Size
from sizewise.sizing.catalogue.lifecycle import Status
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.typical_call import typical_cost
from sizewise.ui.frame.address import Parameter, ParameterKind, amount, one_of, some_of, text

MOST_RATE = Decimal(1000)
"""The highest rate one may ask for, in US dollars per million tokens."""
LONGEST_SEARCH = 40
SIZES: Mapping[Size, str] = {"small": "Small", "medium": "Medium", "large": "Large"}
STATUSES: Mapping[Status, str] = {
    "active": "In service",
    "retiring": "Retiring",
    "redirected": "Redirected",
    "retired": "Retired",
    "announced": "Announced",
}
ABILITIES = {
    "images": "Reads images",
    "thinks": "Can think first",
    "plain": "Does not think unasked",
    "weights": "Open weights",
    "laptop": "Runs on a laptop",
}
SORTS = {
    "call": "Price of a typical call",
    "context": "Context window",
    "new": "Release, newest first",
    "name": "Name",
}

_CAN: Mapping[str, Callable[[ModelFile], bool]] = {
    "images": lambda file: "image" in file.inputs,
    "thinks": lambda file: file.can_think,
    "plain": lambda file: not file.thinks_unasked,
    "weights": lambda file: file.open_weights,
    "laptop": lambda file: file.hardware is not None and file.hardware.machine == "laptop",
}


@dataclass(frozen=True)
class Filters:
    """What the list shows. An empty choice leaves nothing out; `most` is in US dollars per million
    input tokens, and 0 sets no bound."""

    search: str = ""
    maker: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    most: Decimal = Decimal(0)
    sort: str = "call"

    @property
    def set_apart(self) -> bool:
        """Whether anything is left out."""
        return any(value for name, value in asdict(self).items() if name != "sort")


def parameters(makers: Collection[str]) -> dict[str, Parameter]:
    """The filters as parameters of the address, each at what leaves nothing out."""
    start = asdict(Filters())
    kinds = {
        "search": ("a name with", text(LONGEST_SEARCH)),
        "maker": ("models of", _some_of(makers, "the catalogue has none of some makers.")),
        "size": ("the size", _some_of(SIZES, _choice(SIZES))),
        "status": ("the status", _some_of(STATUSES, _choice(STATUSES))),
        "can": ("models that can", _some_of(ABILITIES, _choice(ABILITIES))),
        "most": ("a price of at most", _rate()),
        "sort": ("the order", one_of(SORTS, _choice(SORTS))),
    }
    return {name: Parameter(said, kind, start[name]) for name, (said, kind) in kinds.items()}


def shown(
    profiles: Collection[ModelProfile], filters: Filters, day: date
) -> tuple[ModelProfile, ...]:
    """The models that the filters leave, in their order; those that no longer answer come last."""
    left = [each for each in profiles if _passes(each, filters, day)]
    ordered = sorted(left, key=lambda each: _place(each, filters.sort, day))
    return tuple(sorted(ordered, key=lambda each: _gone(each, day)))


def _gone(profile: ModelProfile, day: date) -> bool:
    return profile.file.lifecycle.status_on(day) in ("redirected", "retired")


def _passes(profile: ModelProfile, filters: Filters, day: date) -> bool:
    file = profile.file
    words = f"{file.name} {file.id} {file.maker}".lower()
    return (
        all(word in words for word in filters.search.lower().split())
        and (not filters.maker or file.maker in filters.maker)
        and (not filters.size or file.size in filters.size)
        and (not filters.status or file.lifecycle.status_on(day) in filters.status)
        and all(_CAN[ability](file) for ability in filters.can)
        and (not filters.most or _costs_at_most(profile, filters.most, day))
    )


def _costs_at_most(profile: ModelProfile, most: Decimal, day: date) -> bool:
    try:
        return profile.price_on(day).input <= most
    except PriceUnknown:
        return False


def _place(profile: ModelProfile, sort: str, day: date) -> tuple[Any, ...]:
    name = profile.name.lower()
    match sort:
        case "context":
            return -profile.file.limits.context_window, name
        case "new":
            return -profile.file.lifecycle.released.toordinal(), name
        case "call":
            return *_bill(profile, day), name
        case "name":
            return (name,)
        case _:
            raise ValueError(f"models cannot be sorted by {sort}")


def _bill(profile: ModelProfile, day: date) -> tuple[bool, Decimal]:
    """A model without a price goes to the end."""
    try:
        return False, typical_cost(profile, day).total
    except PriceUnknown:
        return True, Decimal(0)


def _choice(names: Collection[str]) -> str:
    return f"write {', '.join(names)}."


def _some_of(names: Collection[str], missing: str) -> ParameterKind:
    return some_of(names, missing, len(names), missing)


def _rate() -> ParameterKind:
    """A bound of nothing is no bound, and leaves its field empty."""
    rate = amount(0, int(MOST_RATE), places=4)
    return rate._replace(held=lambda value: float(value) or None)
