"""One workload, several models: what each would cost a month, cheapest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import BatchUnavailable, CostEstimate, Rates, rates_of
from sizewise.sizing.cost.workload import Workload, monthly, one_call


@dataclass(frozen=True)
class Compared:
    """A model, its monthly cost, and the rates of its calls, also of tokens that they do not use.

    Without a price there is neither, and `why` tells why.
    """

    profile: ModelProfile
    estimate: CostEstimate | None
    rates: Rates | None = None
    why: str | None = None


def compare(
    workload: Workload, profiles: Iterable[ModelProfile], day: date
) -> tuple[Compared, ...]:
    """Every model's monthly cost at that day's prices, cheapest first, those without one last."""
    return tuple(sorted((_compared(workload, one, day) for one in profiles), key=_place))


def _compared(workload: Workload, profile: ModelProfile, day: date) -> Compared:
    try:
        price = profile.price_on(day)
        rates = rates_of(one_call(workload), price, batch=workload.batch)
        return Compared(profile, monthly(workload, price), rates)
    except (PriceUnknown, BatchUnavailable) as unknown:
        return Compared(profile, None, why=str(unknown))


def _place(compared: Compared) -> tuple[bool, Decimal, str]:
    total = compared.estimate.total if compared.estimate else Decimal(0)
    return compared.estimate is None, total, compared.profile.name
