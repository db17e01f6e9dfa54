"""What is to be measured: a file of content/plans."""

from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from sizewise.benchmark.trial import Cache
from sizewise.ground import limits
from sizewise.ground.ids import HolderId, Id, ShortId, TaskId
from sizewise.ground.shape import Shape, Text
from sizewise.ground.written import grouped, listed, number_of

ReplySource = Literal["local", "endpoint", "recorded", "rules"]
"""Where replies come from: a model on this machine, somebody's service, the recorded runs that come
along, with the times of their machine and day, or keyword rules, which are no model."""


class Contender(Shape):
    """Who answers: a model, and where it runs."""

    name: ShortId
    """What it is called in the log and in the report."""
    source: ReplySource
    """Where its replies come from."""
    model: Text
    """The model's id, as its source writes it."""
    address: str = ""
    """An endpoint's address, without any key."""
    priced_as: HolderId | None = None
    """The model of the catalogue whose price holds; nothing is billed when left out."""
    sees: bool = False
    """Whether it takes pictures."""


class BenchmarkPlan(Shape):
    """A run: who answers which tasks, how often and under which conditions."""

    id: Id
    """The file's name."""
    title: Text
    """What the plan finds out, in a few words."""
    models: Annotated[tuple[Contender, ...], Field(min_length=1)]
    """Who answers."""
    tasks: Annotated[tuple[TaskId, ...], Field(min_length=1)]
    """What they are asked."""
    warm_ups: Annotated[int, Field(ge=0, le=limits.PLAN_WARM_UPS)] = 20
    """Attempts of each model at each task before the measuring begins; kept, never counted."""
    samples: Annotated[int, Field(ge=1, le=limits.PLAN_SAMPLES)] = 100
    """Attempts of each model at each task that count."""
    concurrency: Annotated[
        tuple[Annotated[int, Field(ge=1, le=limits.PLAN_AT_ONCE)], ...], Field(min_length=1)
    ] = (1,)
    """How many requests are under way at once; several numbers run one after the other."""
    temperature: Annotated[Decimal, Field(ge=0, le=2)] = Decimal(0)
    """How freely the model chooses its words; 0 takes the likeliest."""
    cache: Cache = "bust"
    """What is done about a cache of prompts."""
    seed: int = 1
    """Decides the order of the trials and the model's dice, where it takes a seed."""

    @property
    def requests(self) -> int:
        """How many requests it asks for, retries apart."""
        each = self.samples + self.warm_ups
        return len(self.models) * len(self.tasks) * len(self.concurrency) * each

    @property
    def sha256(self) -> str:
        """The digest that the log keeps: another plan has another."""
        return _digest(self.model_dump_json())


class PlanProblem(NamedTuple):
    """What keeps a plan from running: the field, and a sentence with the way out."""

    field: str
    message: str


def problems(
    plan: BenchmarkPlan, tasks: Collection[str], seeing: Collection[str] = ()
) -> tuple[PlanProblem, ...]:
    """Everything that keeps a plan from running; `tasks` exist, those in `seeing` show pictures."""
    return tuple(_problems(plan, tasks, seeing))


def _problems(
    plan: BenchmarkPlan, tasks: Collection[str], seeing: Collection[str]
) -> Iterator[PlanProblem]:
    yield from _long(plan)
    known = listed(sorted(tasks)) or "none"
    for task in plan.tasks:
        if task not in tasks:
            yield PlanProblem("tasks", f"There is no task {task}. There are: {known}.")
    for field, names in (("models", [one.name for one in plan.models]), ("tasks", plan.tasks)):
        yield from _twice(field, names)
    yield from _twice("concurrency", [grouped(level) for level in plan.concurrency])
    for one in plan.models:
        if one.source == "endpoint" and not one.address:
            yield PlanProblem("models", f"{one.name} needs the address of its endpoint.")
        yield from _blind(one, plan, seeing)


def _long(plan: BenchmarkPlan) -> Iterator[PlanProblem]:
    if plan.requests > limits.PLAN_REQUESTS:
        many, most = grouped(plan.requests), grouped(limits.PLAN_REQUESTS)
        said = f"The plan asks for {many} requests, and at most {most} can be."
        yield PlanProblem("samples", f"{said} Ask for fewer samples, models, tasks or levels.")


def _twice(field: str, names: Collection[str]) -> Iterator[PlanProblem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield PlanProblem(field, f"{name} is listed {number_of(times, 'time')}. List it once.")


def _blind(one: Contender, plan: BenchmarkPlan, seeing: Collection[str]) -> Iterator[PlanProblem]:
    for task in plan.tasks:
        if task in seeing and not one.sees:
            said = f"{task} shows pictures, and {one.name} sees none. Leave one of them out."
            yield PlanProblem("tasks", f"{said} If it does see, write sees: true.")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
