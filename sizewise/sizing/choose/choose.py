"""From answers to models: what fits a job, why, what it costs, and what would change the choice.

A model that lacks something needed is left out. The others collect the points of every weight
whose trait they have; on equal points the cheaper one comes first. The rules themselves are
content: the decision table.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile, Status
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.choose.decision import (
    DecisionOption,
    DecisionQuestion,
    DecisionTable,
    Need,
    Sizes,
    Trait,
    Weight,
)
from sizewise.sizing.plan.plan import Plan, plan_cost
from sizewise.sizing.tokens.image import image_tokens

LONG_CONTEXT = 200_000
"""From how many tokens on a context window counts as long."""
PICTURE_SIDE = 1024
"""The side of the square picture that the table counts with, in pixels."""

ChosenAnswers = Mapping[str, str]
"""Question id to option id; a question may be left out, and then it counts for nothing."""


class AnswerUnknown(LookupError):
    """An answer that the table does not have."""


@dataclass(frozen=True)
class Reason:
    """Points that a model got, and why."""

    points: Decimal
    because: str


@dataclass(frozen=True)
class Change:
    """Another answer to one question, and the model that would then come first."""

    question: DecisionQuestion
    option: DecisionOption
    first: ModelProfile


@dataclass(frozen=True)
class Recommendation:
    """A model that fits: its points with their reasons, what the workload costs there.

    `per_month` is in US dollars at the day's price. `pictures_known` is false when no source tells
    the tokens of a picture, so that the cost leaves pictures out. `changes` are single answers: of
    the first model those that would put another one first, of each other model those that would put
    it first.
    """

    profile: ModelProfile
    points: Decimal
    reasons: tuple[Reason, ...]
    plan: Plan
    per_month: Decimal
    pictures_known: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ExcludedModel:
    """A model that cannot do the job, and the first reason why: a sentence for the learner."""

    profile: ModelProfile
    because: str


def choose(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> tuple[Recommendation, ...]:
    """Every model that fits, the best first. Raises AnswerUnknown."""
    ranked = _ranked(answers, table, catalogue, day)
    if not ranked:
        return ()
    firsts = tuple(_other_firsts(answers, table, catalogue, day))
    return tuple(
        _recommendation(fit, firsts, leads=fit is ranked[0], leader=ranked[0]) for fit in ranked
    )


def left_out(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> tuple[ExcludedModel, ...]:
    """Every model that does not fit, in the order of the catalogue. Raises AnswerUnknown."""
    job = _job(answers, table)
    looks = (_look(each, job, day) for each in catalogue.profiles.values())
    return tuple(ExcludedModel(look.profile, look.why_not) for look in looks if look.why_not)


@dataclass(frozen=True)
class _Job:
    sizes: Sizes
    needs: tuple[Need, ...]
    weights: tuple[Weight, ...]


@dataclass(frozen=True)
class _Fit:
    profile: ModelProfile
    price: Price
    plan: Plan
    per_month: Decimal
    budget: Decimal | None
    pictures_known: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def points(self) -> Decimal:
        return sum((reason.points for reason in self.reasons), Decimal(0))


class _Look(NamedTuple):
    """A model held against a job: how it fits, or why it does not."""

    profile: ModelProfile
    fit: _Fit | None
    why_not: str | None = None


_TRAITS: Mapping[Trait, Callable[[_Fit], bool]] = {
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
    "batch-price": lambda fit: fit.price.batch_input is not None,
    "cache-discount": lambda fit: fit.price.cached_input is not None,
    "long-context": lambda fit: fit.profile.file.limits.context_window >= LONG_CONTEXT,
    "within-budget": lambda fit: (
        fit.budget is None or (fit.pictures_known and fit.per_month <= fit.budget)
    ),
}


_CLOSED: Mapping[Status, str | None] = {
    "announced": "It is not open yet.",
    "active": None,
    "retiring": None,
    "redirected": "Another model answers under its name.",
    "retired": "It is shut down.",
}


def _job(answers: ChosenAnswers, table: DecisionTable) -> _Job:
    picked = tuple(_picked(answers, table))
    return _Job(
        reduce(_resized, (option.sizes for option in picked), table.start),
        (*table.needs, *(need for option in picked for need in option.needs)),
        (*table.weights, *(weight for option in picked for weight in option.weights)),
    )


def _picked(answers: ChosenAnswers, table: DecisionTable) -> Iterator[DecisionOption]:
    asked = {question.id: question for question in table.questions}
    for question_id, option_id in answers.items():
        options = asked[question_id].options if question_id in asked else ()
        if option_id not in {option.id for option in options}:
            raise AnswerUnknown(f"the decision table has no answer {question_id}: {option_id}")
    for question in table.questions:
        yield from (each for each in question.options if each.id == answers.get(question.id))


def _resized(sizes: Sizes, given: Sizes) -> Sizes:
    return sizes.model_copy(update=given.model_dump(exclude_none=True))


def _ranked(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> tuple[_Fit, ...]:
    job = _job(answers, table)
    looks = (_look(each, job, day) for each in catalogue.profiles.values())
    fitting = (_weighed(look.fit, job) for look in looks if look.fit)
    return tuple(sorted(fitting, key=lambda fit: (-fit.points, fit.per_month, fit.profile.name)))


def _look(profile: ModelProfile, job: _Job, day: date) -> _Look:
    status = profile.file.lifecycle.status_on(day)
    if _CLOSED[status]:
        return _Look(profile, None, _CLOSED[status])
    try:
        fit = _fit(profile, profile.price_on(day), job)
    except PriceUnknown:
        return _Look(profile, None, "No price is known for that day.")
    why_not = _too_long(fit) or _beyond_telling(fit, job) or _lacking(fit, job)
    return _Look(profile, None if why_not else fit, why_not)


def _too_long(fit: _Fit) -> str | None:
    tokens = fit.plan.usage.input + fit.plan.usage.output
    if tokens <= fit.profile.file.limits.context_window:
        return None
    return f"One call has {grouped(tokens)} tokens, more than fit in its context window."


def _beyond_telling(fit: _Fit, job: _Job) -> str | None:
    """A cost that leaves pictures out can be held against no budget."""
    asked = any(need.trait == "within-budget" for need in job.needs)
    if not asked or fit.pictures_known or fit.budget is None:
        return None
    return "No source tells how it counts a picture, so nobody can say whether the budget will do."


def _lacking(fit: _Fit, job: _Job) -> str | None:
    return next((need.because for need in job.needs if not _TRAITS[need.trait](fit)), None)


def _fit(profile: ModelProfile, price: Price, job: _Job) -> _Fit:
    pictures = _picture_tokens(profile, job.sizes.pictures or 0)
    plan = _plan(profile, price, job.sizes, pictures or 0)
    return _Fit(
        profile,
        price,
        plan,
        plan_cost(plan, price).per_month,
        job.sizes.budget_per_month,
        pictures is not None,
    )


def _picture_tokens(profile: ModelProfile, pictures: int) -> int | None:
    rule = profile.file.image_tokens
    if not pictures:
        return 0
    if rule is None:
        return None
    return pictures * image_tokens(PICTURE_SIDE, PICTURE_SIDE, "high", rule)


def _plan(profile: ModelProfile, price: Price, sizes: Sizes, pictures: int) -> Plan:
    tokens = (sizes.input or 0) + pictures
    share = sizes.batch_share or Decimal(0)
    return Plan(
        tokens,
        sizes.answer or 0,
        Decimal(sizes.calls_per_day or 0),
        reasoning=(sizes.reasoning or 0) if profile.file.thinks_unasked else 0,
        cached_share=sizes.cached_share or Decimal(0),
        batch_share=share if _can_wait(price, tokens) else Decimal(0),
    )


def _can_wait(price: Price, tokens: int) -> bool:
    """Whether a batch price is known for calls of that many input tokens."""
    longer = price.long_context
    short = longer is None or tokens <= longer.above
    return short and price.batch_input is not None and price.batch_output is not None


def _weighed(fit: _Fit, job: _Job) -> _Fit:
    counting = (weight for weight in job.weights if _TRAITS[weight.trait](fit))
    reasons = tuple(Reason(weight.points, weight.because) for weight in counting)
    return replace(fit, reasons=reasons)


def _other_firsts(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> Iterator[Change]:
    for question in table.questions:
        for option in question.options:
            if option.id == answers.get(question.id):
                continue
            ranked = _ranked({**answers, question.id: option.id}, table, catalogue, day)
            if ranked:
                yield Change(question, option, ranked[0].profile)


def _recommendation(
    fit: _Fit, firsts: tuple[Change, ...], *, leads: bool, leader: _Fit
) -> Recommendation:
    of_others = (each for each in firsts if each.first.id != leader.profile.id)
    changes = tuple(each for each in of_others if leads or each.first.id == fit.profile.id)
    return Recommendation(
        fit.profile,
        fit.points,
        fit.reasons,
        fit.plan,
        fit.per_month,
        fit.pictures_known,
        changes,
    )
