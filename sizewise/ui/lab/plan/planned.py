"""A plan with its models at today's prices, as every section needs it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.plan.plan import Plan, PlanCost, plan_cost
from sizewise.ui import house
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.price.bill import no_batch


@dataclass(frozen=True)
class Planned:
    """What is planned, on which model, and on which larger one, if any."""

    plan: Plan
    profile: ModelProfile
    price: Price
    larger: ModelProfile | None
    larger_price: Price | None

    def cost(self, plan: Plan | None = None) -> PlanCost:
        """What the plan, or another one on the same models, costs."""
        return plan_cost(plan or self.plan, self.price, self.larger_price)


def planned_of(values: dict[str, Any], profile: ModelProfile, larger: str) -> Planned:
    """The plan at today's prices; what cannot be paid for is left out. Raises PriceUnknown."""
    day, plan = house.today(), scenario.plan_of(values)
    if no_batch(profile, plan.input, day) is not None:
        plan = replace(plan, batch_share=Decimal(0))
    if larger == scenario.NONE:
        plan = replace(plan, escalation_share=Decimal(0))
        return Planned(plan, profile, profile.price_on(day), None, None)
    other = house.library().catalogue.model(larger)
    return Planned(plan, profile, profile.price_on(day), other, other.price_on(day))
