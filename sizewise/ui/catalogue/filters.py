"""Which models of the catalogue to show and in which order, to and from the address."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sizewise.sizing.catalog import ModelFile, ModelProfile, Size, Status
from sizewise.sizing.price import PriceUnknown
from sizewise.sizing.typical import typical_cost
from sizewise.ui.address import Found, Nonsense, Parameter, Reader, one_of, read

MOST_RATE = Decimal(1000)
"""The highest rate one may ask for, in US dollars per million tokens."""
LONGEST_SEARCH = 40
SIZES: Mapping[Size, str] = {"small": "Small", "medium": "Medium", "large": "Large"}
STATUSES: Mapping[Status, str] = {
    "active": "In service",
    "retiring": "Retiring",
    "retired": "Retired",
    "announced": "Announced",
}
ABILITIES = {
    "images": "Reads images",
    "thinks": "Thinks first",
    "plain": "Does not think",
    "weights": "Open weights",
}
SORTS = {
    "call": "Price of a typical call",
    "context": "Context window",
    "new": "Release, newest first",
    "name": "Name",
}

_CAN: Mapping[str, Callable[[ModelFile], bool]] = {
    "images": lambda file: "image" in file.inputs,
    "thinks": lambda file: file.reasoning,
    "plain": lambda file: not file.reasoning,
    "weights": lambda file: file.open_weights,
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


def read_filters(asked: Callable[[str], str], makers: Collection[str], start: Filters) -> Found:
    """The filters of an address; what cannot be keeps the value of `start`, with a sentence."""
    parameters = {
        "search": Parameter("a name with", _short_text),
        "maker": Parameter("models of", _some_of(makers, "the catalogue has none of some makers.")),
        "size": Parameter("the size", _some_of(SIZES, _choice(SIZES))),
        "status": Parameter("the status", _some_of(STATUSES, _choice(STATUSES))),
        "can": Parameter("models that can", _some_of(ABILITIES, _choice(ABILITIES))),
        "most": Parameter("a price of at most", _rate),
        "sort": Parameter("the order", one_of(SORTS, _choice(SORTS))),
    }
    return read(asked, parameters, {each.name: getattr(start, each.name) for each in fields(start)})


def written_filters(filters: Filters) -> dict[str, str]:
    """The address of these filters. One that is not set has an empty text, and stays out of it."""
    plain = asdict(Filters())
    return {
        name: _text(value) if value != plain[name] else ""
        for name, value in asdict(filters).items()
    }


def shown(
    profiles: Collection[ModelProfile], filters: Filters, day: date
) -> tuple[ModelProfile, ...]:
    """The models that the filters leave, in their order; those shut down come last."""
    left = [each for each in profiles if _passes(each, filters, day)]
    ordered = sorted(left, key=lambda each: _place(each, filters.sort, day))
    return tuple(sorted(ordered, key=lambda each: _gone(each, day)))


def _gone(profile: ModelProfile, day: date) -> bool:
    return profile.file.lifecycle.status_on(day) == "retired"


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


def _text(value: Any) -> str:
    if type(value) is tuple:
        return ",".join(value)
    return f"{value.normalize():f}" if type(value) is Decimal else value


def _choice(names: Collection[str]) -> str:
    return f"write {', '.join(names)}."


def _some_of(names: Collection[str], missing: str) -> Reader:
    def read_some(text: str) -> tuple[str, ...]:
        wanted = tuple(dict.fromkeys(text.split(",")))
        if set(wanted) - set(names):
            raise Nonsense(missing)
        return wanted

    return read_some


def _short_text(text: str) -> str:
    if len(text) > LONGEST_SEARCH or not text.isprintable():
        raise Nonsense(f"write at most {LONGEST_SEARCH} letters.")
    return text


def _rate(text: str) -> Decimal:
    try:
        found = Decimal(text) if len(text) <= 12 else Decimal("nan")
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite() or not 0 < found <= MOST_RATE:
        raise Nonsense(f"write dollars per million input tokens, up to {MOST_RATE:,}.")
    return found
