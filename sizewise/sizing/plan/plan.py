"""A year's plan: how many calls, how they are sent, and what they cost by call, day and month.

All amounts are US dollars. Shares lie between 0 and 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from operator import mul
from typing import Any, Literal

from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.workload import Workload, one_call
from sizewise.sizing.tokens.usage import Usage, UsageError

MONTHS = 12
"""How far a plan looks."""

PlanVariable = Literal[
    "input",
    "answer",
    "reasoning",
    "calls_per_day",
    "growth",
    "cached_share",
    "batch_share",
    "retry_share",
    "escalation_share",
]
"""What a plan can vary; each is a field of Plan."""

_SHARE = (Decimal(0), Decimal(1))
_BOUNDS: Mapping[str, tuple[Decimal, Decimal | None]] = {
    "growth": (Decimal(-1), Decimal(10)),
    "cached_share": _SHARE,
    "batch_share": _SHARE,
    "retry_share": _SHARE,
    "escalation_share": _SHARE,
}


@dataclass(frozen=True)
class Plan:
    """What is planned. Tokens are those of one call; `answer` is the output without reasoning.

    `growth` is each month's addition to the calls of the month before: 0.1 is ten per cent more,
    and it may be negative, down to -1. `retry_share` of the calls are sent once more.
    `escalation_share` of the calls go to a larger model as well, after the small one has tried.
    `days` are those of a month with calls: 30, or 22 for an office. Raises UsageError, naming the
    field, for what cannot be.
    """

    input: int
    answer: int
    calls_per_day: Decimal
    reasoning: int = 0
    growth: Decimal = Decimal(0)
    cached_share: Decimal = Decimal(0)
    batch_share: Decimal = Decimal(0)
    retry_share: Decimal = Decimal(0)
    escalation_share: Decimal = Decimal(0)
    days: int = 30

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not Decimal(value).is_finite():
                raise UsageError(name, f"{_spoken(name)} must be a number")
            least, most = _BOUNDS.get(name, (Decimal(0), None))
            if value < least or (most is not None and value > most):
                raise UsageError(name, f"{_spoken(name)} {_bounds(least, most)}")

    @property
    def usage(self) -> Usage:
        """One call, before a cache has helped."""
        return Usage(self.input, output=self.answer + self.reasoning, reasoning=self.reasoning)

    @property
    def calls_per_month(self) -> Decimal:
        """The calls of the first month, without retries."""
        return self.calls_per_day * self.days

    def having(self, variable: PlanVariable, value: Decimal) -> "Plan":
        """The same plan with one thing changed; tokens are rounded to whole ones."""
        changed: Any = round(value) if isinstance(getattr(self, variable), int) else value
        return replace(self, **{variable: changed})


CallKind = Literal["standard", "batch", "retries", "escalations"]
"""How a call is sent."""


@dataclass(frozen=True)
class PlanLine:
    """One line of a month: how many calls of that kind, what one costs, what all cost."""

    kind: CallKind
    calls: Decimal
    each: Decimal
    amount: Decimal


@dataclass(frozen=True)
class PlanCost:
    """What a plan costs.

    `lines` are those of the first month. `per_call` is a planned call with its part of the retries
    and escalations. `months` are twelve, and `year` is their sum.
    """

    lines: tuple[PlanLine, ...]
    per_call: Decimal
    per_day: Decimal
    per_month: Decimal
    months: tuple[Decimal, ...]
    year: Decimal


def plan_cost(plan: Plan, price: Price, larger: Price | None = None) -> PlanCost:
    """The plan on a model, and its escalations on a larger one.

    Escalated calls use the same tokens, are sent at once and at the standard rate. A retry costs
    what an average first try costs. Raises BatchUnavailable, and UsageError (`escalation_share`)
    when calls are to escalate and no larger model is given.
    """
    of_a_call = _lines(plan, price, larger)
    per_call = sum((line.amount for line in of_a_call), Decimal(0))
    months = tuple(per_call * calls for calls in months_of_calls(plan))
    return PlanCost(
        lines=tuple(_times(line, plan.calls_per_month) for line in of_a_call),
        per_call=per_call,
        per_day=per_call * plan.calls_per_day,
        per_month=per_call * plan.calls_per_month,
        months=months,
        year=sum(months, Decimal(0)),
    )


def months_of_calls(plan: Plan) -> tuple[Decimal, ...]:
    """The planned calls of each of the twelve months."""
    growth = [1 + plan.growth] * (MONTHS - 1)
    return tuple(accumulate([plan.calls_per_month, *growth], mul))


def calls_within(budget: Decimal, per_call: Decimal) -> int | None:
    """How many whole calls a budget pays for; none when calls cost nothing, so that any do.

    Raises UsageError for a negative budget.
    """
    if not budget >= 0:
        raise UsageError("budget", "a budget cannot be negative")
    return int(budget // per_call) if per_call else None


def _lines(plan: Plan, price: Price, larger: Price | None) -> tuple[PlanLine, ...]:
    """The lines of one planned call: the parts of it that are sent in each way."""
    batch, standard = plan.batch_share, 1 - plan.batch_share
    lines = []
    if standard:
        lines.append(_line("standard", standard, _one(plan, price)))
    if batch:
        lines.append(_line("batch", batch, _one(plan, price, batch=True)))
    first_try = sum((line.amount for line in lines), Decimal(0))
    if plan.retry_share:
        lines.append(_line("retries", plan.retry_share, first_try))
    if plan.escalation_share:
        lines.append(_line("escalations", plan.escalation_share, _one(plan, _known(larger))))
    return tuple(lines)


def _one(plan: Plan, price: Price, *, batch: bool = False) -> Decimal:
    warm = one_call(Workload(plan.usage, 1, plan.cached_share))
    return estimate(warm, price, batch=batch).total


def _known(larger: Price | None) -> Price:
    if larger is None:
        raise UsageError("escalation_share", "choose the larger model that calls escalate to")
    return larger


def _line(kind: CallKind, calls: Decimal, each: Decimal) -> PlanLine:
    return PlanLine(kind, calls, each, calls * each)


def _times(line: PlanLine, calls: Decimal) -> PlanLine:
    return _line(line.kind, line.calls * calls, line.each)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _bounds(least: Decimal, most: Decimal | None) -> str:
    return "cannot be negative" if most is None else f"lies between {least} and {most}"
