"""What a plan makes of a task's case: a request."""

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Slot
from sizewise.gateway.protocol import Request
from sizewise.sizing.tokens.messages import Message


def request_of(plan: BenchmarkPlan, task: Task, slot: Slot, nonce: str) -> Request:
    """The request for a slot, under the conditions of its plan; the nonce goes in front."""
    return Request(
        tuple(Message(turn.role, turn.text) for turn in task.messages(slot.sample)),
        temperature=float(plan.temperature),
        limit=task.limit,
        seed=plan.seed,
        cache=plan.cache,
        nonce=nonce,
    )
