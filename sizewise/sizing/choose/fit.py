"""A model held against a job: whether it fits, what it costs there, and which traits it has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.hardware import Machine
from sizewise.sizing.catalogue.lifecycle import Status
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.choose.decision import Need, Sizes, Trait, Weight
from sizewise.sizing.plan.plan import Plan, plan_cost
from sizewise.sizing.tokens.image import image_tokens

LONG_CONTEXT = 200_000
"""From how many tokens on a context window counts as long."""
PICTURE_SIDE = 1024
"""The side of the square picture that the table counts with, in pixels."""
SOON = timedelta(days=90)
"""A model that ends within this time is nobody's first choice."""


@dataclass(frozen=True)
class Reason:
    """Points that a model got, and why."""

    points: Decimal
    because: str


@dataclass(frozen=True)
class Job:
    """What all answers together ask for."""

    sizes: Sizes
    needs: tuple[Need, ...]
    weights: tuple[Weight, ...]
    own_machines: bool = False

    @property
    def bounded(self) -> bool:
        """Whether a month may cost only so much."""
        return not self.own_machines and any(each.trait == "within-budget" for each in self.needs)


@dataclass(frozen=True)
class Fit:
    """A model that may do a job. `price` and `per_month` are none on machines of one's own.

    `pictures_known` is false when no source tells the tokens of a picture, so that the cost leaves
    pictures out. `ends_soon` is whether it is shut down within `SOON`.
    """

    profile: ModelProfile
    price: Price | None
    plan: Plan
    per_month: Decimal | None
    budget: Decimal | None
    pictures_known: bool
    ends_soon: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def points(self) -> Decimal:
        """All points together."""
        return sum((reason.points for reason in self.reasons), Decimal(0))


class Look(NamedTuple):
    """A model held against a job: how it fits, or why it does not."""

    profile: ModelProfile
    fit: Fit | None
    why_not: str | None = None


def _machine(machine: Machine) -> Callable[[Fit], bool]:
    def needs(fit: Fit) -> bool:
        hardware = fit.profile.file.hardware
        return hardware is not None and hardware.machine == machine

    return needs


TRAITS: Mapping[Trait, Callable[[Fit], bool]] = {
    "small": lambda fit: fit.profile.file.size == "small",
    "medium": lambda fit: fit.profile.file.size == "medium",
    "large": lambda fit: fit.profile.file.size == "large",
    "reasoning": lambda fit: fit.profile.file.can_think,
    "not-reasoning": lambda fit: not fit.profile.file.thinks_unasked,
    "reads-images": lambda fit: "image" in fit.profile.file.inputs,
    "reads-audio": lambda fit: "audio" in fit.profile.file.inputs,
    "reads-pdf": lambda fit: "pdf" in fit.profile.file.inputs,
    "open-weights": lambda fit: fit.profile.file.open_weights,
    "no-shutdown-announced": lambda fit: fit.profile.file.lifecycle.shutdown is None,
    "batch-price": lambda fit: fit.price is not None and fit.price.batch_input is not None,
    "cache-discount": lambda fit: fit.price is not None and fit.price.cached_input is not None,
    "long-context": lambda fit: fit.profile.file.limits.context_window >= LONG_CONTEXT,
    "within-budget": lambda fit: (
        fit.budget is None or fit.per_month is None or fit.per_month <= fit.budget
    ),
    "needs-laptop": _machine("laptop"),
    "needs-workstation": _machine("workstation"),
    "needs-server-card": _machine("server-card"),
    "needs-server": _machine("server"),
    "needs-rack": _machine("rack"),
}
"""How each trait is told of a model that may do the job."""

OF_HOSTS: frozenset[Trait] = frozenset(
    {"no-shutdown-announced", "batch-price", "cache-discount", "within-budget"}
)
"""Traits of a hosted model; on machines of one's own they count for nothing."""

_CLOSED: Mapping[Status, str | None] = {
    "announced": "It is not open yet.",
    "active": None,
    "retiring": None,
    "redirected": "Another model answers under its name.",
    "retired": "It is shut down.",
}


def look(profile: ModelProfile, job: Job, day: date) -> Look:
    """How a model fits a job on that day, or the first reason why it does not."""
    status = profile.file.lifecycle.status_on(day)
    if job.own_machines:
        status = "announced" if status == "announced" else "active"
    if _CLOSED[status]:
        return Look(profile, None, _CLOSED[status])
    try:
        fit = _fit(profile, job, day)
    except PriceUnknown:
        return Look(profile, None, "No price is known for that day.")
    why_not = _too_long(fit) or _lacking(fit, job)
    return Look(profile, None if why_not else fit, why_not)


def _too_long(fit: Fit) -> str | None:
    tokens = fit.plan.usage.input + fit.plan.usage.output
    if tokens <= fit.profile.file.limits.context_window:
        return None
    return f"One call has {grouped(tokens)} tokens, more than fit in its context window."


def _lacking(fit: Fit, job: Job) -> str | None:
    return next((need.because for need in job.needs if not TRAITS[need.trait](fit)), None)


def _fit(profile: ModelProfile, job: Job, day: date) -> Fit:
    price = None if job.own_machines else profile.price_on(day)
    pictures = _picture_tokens(profile, job.sizes.pictures or 0)
    plan = _plan(profile, price, job.sizes, pictures or 0)
    shutdown = profile.file.lifecycle.shutdown
    return Fit(
        profile,
        price,
        plan,
        None if price is None else plan_cost(plan, price).per_month,
        job.sizes.budget_per_month,
        pictures is not None,
        not job.own_machines and shutdown is not None and shutdown - day <= SOON,
    )


def _picture_tokens(profile: ModelProfile, pictures: int) -> int | None:
    rule = profile.file.image_tokens
    if not pictures:
        return 0
    if rule is None:
        return None
    return pictures * image_tokens(PICTURE_SIDE, PICTURE_SIDE, "high", rule)


def _plan(profile: ModelProfile, price: Price | None, sizes: Sizes, pictures: int) -> Plan:
    tokens = (sizes.input or 0) + pictures
    share = sizes.batch_share or Decimal(0)
    return Plan(
        tokens,
        sizes.answer or 0,
        Decimal(sizes.calls_per_day or 0),
        reasoning=(sizes.reasoning or 0) if profile.file.thinks_unasked else 0,
        cached_share=sizes.cached_share or Decimal(0),
        batch_share=share if price is not None and _can_wait(price, tokens) else Decimal(0),
    )


def _can_wait(price: Price, tokens: int) -> bool:
    """Whether a batch price is known for calls of that many input tokens."""
    longer = price.long_context
    short = longer is None or tokens <= longer.above
    return short and price.batch_input is not None and price.batch_output is not None
