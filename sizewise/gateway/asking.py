"""What a plan makes of a task's case: a request."""

import json
from collections.abc import Iterable

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
        grammar=nothing_but(task.only) if task.only else None,
        logprobs=1 if task.only else None,
        schema=task.grading.form,
        seed=plan.seed,
        cache=plan.cache,
        nonce=nonce,
    )


def nothing_but(replies: Iterable[str]) -> str:
    """The grammar of a reply that is one of these, letter by letter."""
    return f"root ::= {' | '.join(json.dumps(each, ensure_ascii=False) for each in replies)}"
