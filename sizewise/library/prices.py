"""The one place that reads genai-prices: its price list as our dated prices, without a network.

Rates that depend on the hour are left out: a learner's estimate has a day, not an hour. The rate
outside those hours stands, and the source says at which hours another holds. Of several steps for
long inputs the first counts.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from typing import TypeVar

from genai_prices import data
from genai_prices.types import (
    ConditionalPrice,
    ModelInfo,
    ModelPrice,
    Provider,
    StartDateConstraint,
    TieredPrices,
    TimeOfDateConstraint,
)

from sizewise.ground.rates import RateName
from sizewise.ground.written import listed
from sizewise.library.read.words import nearest
from sizewise.sizing.catalogue.catalog import ModelFile, PriceOverride
from sizewise.sizing.catalogue.price import RATES, TIERS, LongContext, Price, SeldomRates, Tier

Amount = Decimal | TieredPrices
"""One rate of the list: the same for every call, or more for a long input."""

Amounts = Mapping[str, Amount]
"""The rates of the list, by its own names, such as `input_mtok`."""

Entry = TypeVar("Entry", Provider, ModelInfo)

LIST_BEGAN = date(2025, 7, 1)
"""genai-prices came out in that month. What it gives no day for held then, and perhaps not before.
"""

_ASKED: Mapping[Tier, tuple[Mapping[str, str], ...]] = {
    "batch": ({"processing": "batch"},),
    "flex": ({"service_tier": "flex"},),
    "priority": ({"service_tier": "priority"},),
    "fast": ({"service_tier": "fast"}, {"speed": "fast"}),
}
"""How the list names each tier of service."""


class NotListed(LookupError):
    """The price list has no such entry; the message says what it has."""


def history(file: ModelFile) -> tuple[Price, ...]:
    """Every price of a model, oldest first. Prices in its own file win from their first day on.

    Raises NotListed when the file names an entry that the price list does not have.
    """
    listed = _listed(file.price_ref, file.prices_checked_on) if file.price_ref else ()
    return _with_own(file, listed)


def _with_own(file: ModelFile, listed: tuple[Price, ...]) -> tuple[Price, ...]:
    own = sorted((_own(each) for each in file.prices), key=_first_day)
    until = _first_day(own[0]) if own else date.max
    return (*(price for price in listed if _first_day(price) < until), *own)


def disputed(file: ModelFile, day: date) -> dict[RateName, tuple[Decimal, Decimal]]:
    """Rates of a day that the file sets itself otherwise than the price list: (own, listed).

    A rate that either of them leaves out is no dispute, nor one that the file says the list has.
    """
    if not (file.price_ref and file.prices):
        return {}
    own = _in_force(sorted(map(_own, file.prices), key=_first_day), day)
    listed = _in_force(_listed(file.price_ref, file.prices_checked_on), day)
    known = _known_of_the_list(file, day)
    return {
        field: (ours, theirs)
        for field in RATES
        if (ours := own.get(field)) is not None
        and (theirs := listed.get(field)) is not None
        and theirs not in (ours, known.get(field))
    }


def gateway_fault(file: ModelFile) -> str | None:
    """What is wrong with the name at the gateway: the price list knows which ones that has."""
    if file.gateway_name is None:
        return None
    known = {each.id for each in _named("openrouter", data.providers).models}
    return None if file.gateway_name in known else nearest(file.gateway_name, known)


def _known_of_the_list(file: ModelFile, day: date) -> dict[str, Decimal | None]:
    begun = [each for each in file.prices if (each.starts or date.min) <= day]
    newest = max(begun, key=lambda each: each.starts or date.min, default=None)
    return dict(newest.instead_of) if newest and newest.instead_of else {}


def _in_force(prices: Iterable[Price], day: date) -> dict[RateName, Decimal | None]:
    begun = [price for price in prices if _first_day(price) <= day]
    return begun[-1].rates if begun else {}


def _first_day(price: Price) -> date:
    return price.starts or date.min


def _own(price: PriceOverride) -> Price:
    return Price(
        **price.rates,
        starts=price.starts,
        long_context=price.long_context,
        source=f"{price.source.title}, {price.source.url}",
        checked_on=price.source.checked_on,
    )


def snapshot_history(file: ModelFile, name: str) -> tuple[Price, ...] | None:
    """The prices of a name such as `gpt-4o-2024-05-13`, where the list has this one for itself.

    None where the name costs what the model costs. A snapshot keeps its prices from its first day
    on, so they need no first day in the list.
    """
    if not file.price_ref:
        return None
    provider, model = _entry(file.price_ref)
    found = provider.find_model(name.strip().lower().rsplit("/", 1)[-1])
    if found is None or found.id == model.id:
        return None
    try:
        return _prices(provider, found, file.prices_checked_on)
    except NotListed:
        return None


def _listed(price_ref: str, checked_on: date) -> tuple[Price, ...]:
    """The list's prices of a model; those it gives no day for begin with the list itself."""
    first, *later = _prices(*_entry(price_ref), checked_on)
    if later and _first_day(later[0]) <= LIST_BEGAN:
        return tuple(later)
    return first.model_copy(update={"starts": LIST_BEGAN}), *later


def _entry(price_ref: str) -> tuple[Provider, ModelInfo]:
    provider_id, _, model_id = price_ref.partition("/")
    provider = _named(provider_id, data.providers)
    return provider, _named(model_id, provider.models)


def _prices(provider: Provider, model: ModelInfo, checked_on: date) -> tuple[Price, ...]:
    """Every price of an entry, oldest first; the first has no day."""
    steady, source = _steady(model), _source(provider, model)
    found: list[Price] = []
    batch_starts: date | None = None
    for day in reversed(_first_days(model, steady)):
        price = _price(day, model, _standard_on(day, steady), source, checked_on)
        price = price.model_copy(update={"batch_starts": batch_starts})
        batch_starts = batch_starts if price.batch_input is None else day
        found.append(price)
    return tuple(reversed(found))


def _named(name: str, known: Iterable[Entry]) -> Entry:
    by_id = {each.id: each for each in known}
    if name not in by_id:
        raise NotListed(f"genai-prices has no {name!r}; {nearest(name, by_id)}")
    return by_id[name]


@cache
def _release() -> str:
    return version("genai-prices")


def _source(provider: Provider, model: ModelInfo) -> str:
    prices = model.prices if isinstance(model.prices, list) else []
    hours = [
        each.constraint for each in prices if isinstance(each.constraint, TimeOfDateConstraint)
    ]
    other = listed([f"{each.start_time:%H:%M}-{each.end_time:%H:%M}" for each in hours])
    note = f"; another rate at {other} UTC" if other else ""
    return f"genai-prices {_release()}, {provider.name}{note}"


def _steady(model: ModelInfo) -> list[ConditionalPrice]:
    """The prices that hold all day long."""
    if isinstance(model.prices, ModelPrice):
        return [ConditionalPrice(prices=model.prices)]
    return [e for e in model.prices if not isinstance(e.constraint, TimeOfDateConstraint)]


def _first_days(model: ModelInfo, steady: list[ConditionalPrice]) -> list[date | None]:
    """The days on which a standard or a batch price begins; none stands for ever since."""
    constraints = [each.constraint for each in steady]
    constraints += [each.constraint for each in model.price_variants or ()]
    days = {each.start_date for each in constraints if isinstance(each, StartDateConstraint)}
    return [None, *sorted(days)]


def _begun(constraint: object, day: date | None) -> bool:
    if isinstance(constraint, StartDateConstraint):
        return day is not None and constraint.start_date <= day
    return constraint is None


def _standard_on(day: date | None, steady: list[ConditionalPrice]) -> Amounts:
    """As the list says: the last one that has begun; when none has, the first."""
    begun = [each for each in steady if _begun(each.constraint, day)]
    return _amounts((begun or steady)[-1 if begun else 0].prices)


def _tier_on(day: date | None, model: ModelInfo, tier: Tier) -> Amounts:
    """As the list says: of the variants in force, the first that has a rate gives it."""
    rates: dict[str, Amount] = {}
    for variant in model.price_variants or ():
        if variant.when in _ASKED[tier] and _begun(variant.constraint, day):
            rates = {**_amounts(variant.prices), **rates}
    return rates


def _amounts(prices: ModelPrice) -> Amounts:
    return {name: amount for name, amount in vars(prices).items() if amount is not None}


def _price(
    day: date | None, model: ModelInfo, rates: Amounts, source: str, checked_on: date
) -> Price:
    tiers = {tier: own for tier in TIERS if (own := _tier_on(day, model, tier))}
    batch = tiers.get("batch", {})

    def price(amounts: Amounts) -> Price:
        return Price(
            starts=day,
            **_rates(amounts),
            batch_input=_base(batch.get("input_mtok")),
            batch_cached_input=_base(batch.get("cache_read_mtok")),
            batch_output=_base(batch.get("output_mtok")),
            long_context=_long_context(amounts),
            seldom=_seldom(amounts),
            source=source,
            checked_on=checked_on,
        )

    served = {tier: price({**rates, **own}) for tier, own in tiers.items()}
    return price(rates).model_copy(update={"tiers": served})


def _rates(rates: Amounts) -> dict[str, Decimal | None]:
    return {
        "input": _needed(rates, "input_mtok"),
        "cached_input": _base(rates.get("cache_read_mtok")),
        "cache_write": _base(rates.get("cache_write_mtok")),
        "output": _needed(rates, "output_mtok"),
    }


_SELDOM = {
    "cache_write_1h": "cache_write_1h_mtok",
    "input_audio": "input_audio_mtok",
    "cached_audio": "cache_audio_read_mtok",
    "output_audio": "output_audio_mtok",
    "output_image": "output_image_mtok",
    "web_search": "web_searches_kcount",
    "file_search": "storage_searches_kcount",
}
"""Our name of a seldom rate -> the list's."""


def _seldom(rates: Amounts) -> SeldomRates:
    return SeldomRates(**{ours: _base(rates.get(theirs)) for ours, theirs in _SELDOM.items()})


def _needed(rates: Amounts, name: str) -> Decimal:
    rate = _base(rates.get(name))
    if rate is None:
        raise NotListed("genai-prices bills that model by something else than tokens")
    return rate


def _base(amount: Amount | None) -> Decimal | None:
    return amount.base if isinstance(amount, TieredPrices) else amount


def _long_context(rates: Amounts) -> LongContext | None:
    """The first step of the input rate, with what the other rates are there."""
    stepped = rates.get("input_mtok")
    if not isinstance(stepped, TieredPrices) or not stepped.tiers:
        return None
    above = stepped.tiers[0].start
    return LongContext(
        above=above,
        input=stepped.tiers[0].price,
        cached_input=_above(above, rates.get("cache_read_mtok")),
        cache_write=_above(above, rates.get("cache_write_mtok")),
        output=_above(above, rates.get("output_mtok")) or Decimal(0),
    )


def _above(threshold: int, amount: Amount | None) -> Decimal | None:
    if not isinstance(amount, TieredPrices):
        return amount
    reached = [tier.price for tier in amount.tiers if tier.start <= threshold]
    return reached[-1] if reached else amount.base
