"""A plan with everything that it names, ready to run."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from sizewise import __version__
from sizewise.benchmark.plan import BenchmarkPlan, Contender
from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Charge, Slot
from sizewise.gateway.asking import request_of
from sizewise.gateway.contenders import NotReady
from sizewise.gateway.machine.described import machine
from sizewise.gateway.machine.sandbox import run_program, why_no_sandbox
from sizewise.gateway.protocol import Provider
from sizewise.gateway.recorded import Recorded
from sizewise.gateway.running import Run
from sizewise.gateway.shortage import shortage
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage


def planned_run(
    plan: BenchmarkPlan,
    log: Path,
    tasks: Mapping[str, Task],
    providers: Mapping[str, Provider],
    catalogue: Catalogue,
    day: date,
    *,
    shared: bool,
) -> Run:
    """The run of a plan into a log, at the prices of a day. `providers` are its contenders.

    On a server that is `shared` by many no program of a model is run, unless its operator allows
    it: such replies have no grade then (see `sandbox.why_no_sandbox`).

    Raises NotReady for a recorded contender of whom more is asked than was recorded: the same reply
    told twice would look like evidence.
    """
    for one in plan.models:
        replies = providers[one.name]
        if isinstance(replies, Recorded):
            _expect_enough(one, replies, plan, tasks)
    run = None if why_no_sandbox(shared) else run_program
    return Run(
        plan=plan,
        log=log,
        providers=providers,
        request=lambda slot, nonce: request_of(plan, tasks[slot.task], slot, nonce),
        grade=lambda trial: tasks[trial.task].grade(trial.sample, trial.reply, run),
        charge=charged(plan, catalogue, day),
        client=f"sizewise {__version__}",
        machine=machine(),
        moment=lambda: datetime.now(UTC),
    )


def _expect_enough(
    one: Contender, replies: Recorded, plan: BenchmarkPlan, tasks: Mapping[str, Task]
) -> None:
    prompts = [each.prompt_hash for each in replies.mine]
    if way := shortage(prompts, plan, tasks).said(called={}):
        raise NotReady(one, way)


def charged(
    plan: BenchmarkPlan, catalogue: Catalogue, day: date
) -> Callable[[Slot, Usage], Charge | None]:
    """What a usage costs at the price that the plan names; none where none is named or known."""
    priced_as = {one.name: one.priced_as for one in plan.models}

    def charge(slot: Slot, usage: Usage) -> Charge | None:
        model = priced_as[slot.model]
        if model is None:
            return None
        try:
            price = catalogue.model(model).price_on(day)
        except PriceUnknown:
            return None
        return Charge(amount=estimate(usage, price).total, priced_as=model, day=day)

    return charge
