"""In which order the trials of a plan run, and what is left of it.

Trials of all models and tasks are mixed, so that whatever drifts meanwhile, such as a machine that
grows hot, meets all alike. The order is a sort by digests, the same on every machine and after
every stop.
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from sizewise.benchmark.log import Log
from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.trial import Slot


def schedule(plan: BenchmarkPlan) -> tuple[Slot, ...]:
    """Every trial of the plan in the order to run them.

    Level by level of concurrency; at each, the warm-ups come before everything that counts.
    """
    slots = (
        Slot(one.name, task, sample, warm_up, level)
        for level in plan.concurrency
        for warm_up, number in ((True, plan.warm_ups), (False, plan.samples))
        for one in plan.models
        for task in plan.tasks
        for sample in range(number)
    )
    levels = {level: place for place, level in enumerate(plan.concurrency)}
    return tuple(
        sorted(slots, key=lambda s: (levels[s.concurrency], not s.warm_up, _draw(plan.seed, s)))
    )


def left(plan: BenchmarkPlan, log: Log) -> tuple[Slot, ...]:
    """What a log leaves to do, in the order to run it. A failure is a result: it is not repeated,
    unless the log was cut while it was tried again.

    Trials of another plan, or of this one before it was changed, do not count.
    """
    digest = plan.sha256
    done = {trial.slot for trial in log.trials if trial.plan_sha256 == digest}
    done -= {slot for of, slot in log.halfway if of == digest}
    return tuple(slot for slot in schedule(plan) if slot not in done)


def attempts(plan: BenchmarkPlan, log: Log) -> Mapping[Slot, int]:
    """How many attempts at each slot of the plan stand in a log; it goes on counting from there."""
    digest = plan.sha256
    return Counter(trial.slot for trial in log.trials if trial.plan_sha256 == digest)


def nonce(run: str, slot: Slot) -> str:
    """What to put in front of a prompt so that no cache has seen it; another in each run."""
    return _draw(run, slot)[:16]


def _draw(seed: object, slot: Slot) -> str:
    return sha256("|".join(map(str, (seed, *slot))).encode()).hexdigest()
