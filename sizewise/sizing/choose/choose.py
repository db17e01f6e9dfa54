"""From answers to models: what fits a job, why, what it costs, and what would change the choice.

A model that lacks something needed is left out. The others collect the points of every weight
whose trait they have; on equal points the cheaper one comes first, on machines of one's own the
one that needs less memory. Whatever its points, a model that ends soon comes after all that last,
and where a budget is set, one whose pictures nobody can price comes after those that are priced.
The rules themselves are content: the decision table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import combinations

from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.choose.decision import DecisionOption, DecisionQuestion, DecisionTable, Sizes
from sizewise.sizing.choose.fit import OF_HOSTS, TRAITS, Fit, Job, Reason, look
from sizewise.sizing.plan.plan import Plan

ChosenAnswers = Mapping[str, str]
"""Question id to option id; a question may be left out, and then it counts for nothing."""


class AnswerUnknown(LookupError):
    """An answer that the table does not have."""


@dataclass(frozen=True)
class Change:
    """Another answer to one question, and the model that would then come first."""

    question: DecisionQuestion
    option: DecisionOption
    first: ModelProfile


@dataclass(frozen=True)
class WayOut:
    """Answers to change where no model fits, and how many fit then that do not end soon.

    An option of none leaves the question open.
    """

    changes: tuple[tuple[DecisionQuestion, DecisionOption | None], ...]
    fitting: int


@dataclass(frozen=True)
class Recommendation:
    """A model that fits: its points with their reasons, what the workload costs there.

    `per_month` is in US dollars at the day's price; none on machines of one's own.
    `pictures_known` is false when no source tells the tokens of a picture, so that the cost leaves
    pictures out. `ends_soon` is whether it is shut down within 90 days. `could_think` is whether
    the job wants thinking that the model does only when asked, so that the cost leaves it out.
    `changes` are single answers: of the first model those that would put another one first, of
    each other model those that would put it first.
    """

    profile: ModelProfile
    points: Decimal
    reasons: tuple[Reason, ...]
    plan: Plan
    per_month: Decimal | None
    pictures_known: bool
    ends_soon: bool
    could_think: bool
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
    job = _job(answers, table)
    ranked = _ranked(job, catalogue, day)
    if not ranked:
        return ()
    firsts = tuple(_other_firsts(answers, table, catalogue, day))
    return tuple(_recommendation(fit, job, firsts, ranked[0]) for fit in ranked)


def left_out(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> tuple[ExcludedModel, ...]:
    """Every model that does not fit, in the order of the catalogue. Raises AnswerUnknown."""
    job = _job(answers, table)
    looks = (look(each, job, day) for each in catalogue.profiles.values())
    return tuple(ExcludedModel(each.profile, each.why_not) for each in looks if each.why_not)


def ways_out(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> tuple[WayOut, ...]:
    """What to change so that a model fits which does not end soon, the most models first.

    For each answer the nearest other one that helps; where no single answer does, the fewest
    answers that must be left open together. Nothing when even that brings none back. Raises
    AnswerUnknown.
    """
    asked = [each for each in table.questions if each.id in answers]
    single = [way for each in asked if (way := _nearest(each, answers, table, catalogue, day))]
    found = single or _left_open(asked, answers, table, catalogue, day)
    return tuple(sorted(found, key=lambda way: -way.fitting))


def _nearest(
    question: DecisionQuestion,
    answers: ChosenAnswers,
    table: DecisionTable,
    catalogue: Catalogue,
    day: date,
) -> WayOut | None:
    names = [option.id for option in question.options]
    here = names.index(answers[question.id])
    places = sorted(range(len(names)), key=lambda place: (abs(place - here), -place))
    for place in places[1:]:
        other = {**answers, question.id: names[place]}
        if fitting := _lasting(_job(other, table), catalogue, day):
            return WayOut(((question, question.options[place]),), fitting)
    return None


def _left_open(
    asked: list[DecisionQuestion],
    answers: ChosenAnswers,
    table: DecisionTable,
    catalogue: Catalogue,
    day: date,
) -> list[WayOut]:
    for size in range(1, len(asked) + 1):
        found = []
        for group in combinations(asked, size):
            out = {each.id for each in group}
            kept = {name: answer for name, answer in answers.items() if name not in out}
            if fitting := _lasting(_job(kept, table), catalogue, day):
                found.append(WayOut(tuple((each, None) for each in group), fitting))
        if found:
            return found
    return []


def _lasting(job: Job, catalogue: Catalogue, day: date) -> int:
    """How many models fit that do not end soon."""
    return sum(not fit.ends_soon for fit in _ranked(job, catalogue, day))


def _job(answers: ChosenAnswers, table: DecisionTable) -> Job:
    picked = tuple(_picked(answers, table))
    own = any(option.own_machines for option in picked)
    needs = (*table.needs, *(need for option in picked for need in option.needs))
    weights = (*table.weights, *(weight for option in picked for weight in option.weights))
    return Job(
        reduce(_resized, (option.sizes for option in picked), table.start),
        tuple(each for each in needs if not (own and each.trait in OF_HOSTS)),
        tuple(each for each in weights if not (own and each.trait in OF_HOSTS)),
        own,
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


def _ranked(job: Job, catalogue: Catalogue, day: date) -> tuple[Fit, ...]:
    looks = (look(each, job, day) for each in catalogue.profiles.values())
    fitting = (_weighed(each.fit, job) for each in looks if each.fit)
    return tuple(sorted(fitting, key=lambda fit: _place(fit, job)))


def _place(fit: Fit, job: Job) -> tuple[bool, bool, Decimal, Decimal, str]:
    unproven = job.bounded and not fit.pictures_known
    return fit.ends_soon, unproven, -fit.points, _burden(fit), fit.profile.name


def _burden(fit: Fit) -> Decimal:
    """What decides between equal points: dollars a month, or gigabytes on one's own machines."""
    if fit.per_month is not None:
        return fit.per_month
    hardware = fit.profile.file.hardware
    return hardware.memory(4) if hardware else Decimal("Infinity")


def _weighed(fit: Fit, job: Job) -> Fit:
    counting = (weight for weight in job.weights if TRAITS[weight.trait](fit))
    reasons = tuple(Reason(weight.points, weight.because) for weight in counting)
    return replace(fit, reasons=reasons)


def _other_firsts(
    answers: ChosenAnswers, table: DecisionTable, catalogue: Catalogue, day: date
) -> Iterator[Change]:
    for question in table.questions:
        for option in question.options:
            if option.id == answers.get(question.id):
                continue
            ranked = _ranked(_job({**answers, question.id: option.id}, table), catalogue, day)
            if ranked and not ranked[0].ends_soon:
                yield Change(question, option, ranked[0].profile)


def _recommendation(fit: Fit, job: Job, firsts: tuple[Change, ...], leader: Fit) -> Recommendation:
    of_others = (each for each in firsts if each.first.id != leader.profile.id)
    leads = fit is leader
    changes = tuple(each for each in of_others if leads or each.first.id == fit.profile.id)
    file = fit.profile.file
    return Recommendation(
        fit.profile,
        fit.points,
        fit.reasons,
        fit.plan,
        fit.per_month,
        fit.pictures_known,
        fit.ends_soon,
        bool(job.sizes.reasoning) and file.can_think and not file.thinks_unasked,
        changes,
    )
