"""One workload, several models: what each would cost a month, cheapest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import (
    BatchUnavailable,
    CostEstimate,
)
from sizewise.sizing.cost.workload import (
    Workload,
    monthly,
)


@dataclass(frozen=True)
class Compared:
    """A model and its monthly cost; without a price there is no estimate, and `why` tells why."""

    profile: ModelProfile
    estimate: CostEstimate | None
    why: str | None = None


def compare(
    workload: Workload, profiles: Iterable[ModelProfile], day: date
) -> tuple[Compared, ...]:
    """Every model's monthly cost at that day's prices, cheapest first, those without one last."""
    return tuple(sorted((_compared(workload, one, day) for one in profiles), key=_place))


def _compared(workload: Workload, profile: ModelProfile, day: date) -> Compared:
    try:
        return Compared(profile, monthly(workload, profile.price_on(day)))
    except (PriceUnknown, BatchUnavailable) as unknown:
        return Compared(profile, None, str(unknown))


def _place(compared: Compared) -> tuple[bool, Decimal, str]:
    total = compared.estimate.total if compared.estimate else Decimal(0)
    return compared.estimate is None, total, compared.profile.name
