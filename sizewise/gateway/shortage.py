"""What a plan asks of a recorded contender beyond what was recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Slot
from sizewise.gateway.asking import request_of
from sizewise.ground.written import grouped, listed, noun_for


class Shortage(NamedTuple):
    """Tasks that it was never asked, and the most that goes of each field that asks too much."""

    never: tuple[str, ...] = ()
    most: Mapping[str, str] = {}

    def said(self, called: Mapping[str, str]) -> str:
        """The way out, with fields and tasks as they are `called`; nothing where all goes."""
        return " ".join(self._sentences(called))

    def _sentences(self, called: Mapping[str, str]) -> Iterator[str]:
        if self.never:
            tasks = listed([called.get(task, task) for task in self.never])
            those = noun_for(len(self.never), "that task", "those tasks")
            yield f"It was never asked {tasks}. Leave {those} out."
        if self.most:
            fields = [f"{called.get(name, name)} to {most}" for name, most in self.most.items()]
            yield f"Each of its replies was recorded once. Set {listed(fields)}."


def shortage(prompts: Iterable[str], plan: BenchmarkPlan, tasks: Mapping[str, Task]) -> Shortage:
    """What the plan asks too much, where these prompts (their hashes) were answered."""
    there = Counter(prompts)
    recorded = {task: _attempts(there, plan, tasks[task]) for task in plan.tasks}
    fewest = min((many for many in recorded.values() if many), default=plan.samples)
    too_much = {
        "samples": (plan.samples > fewest, f"{grouped(fewest)} at most"),
        "warm_ups": (plan.warm_ups > 0, "0"),
        "concurrency": (len(plan.concurrency) > 1, "one level"),
    }
    return Shortage(
        tuple(task for task, many in recorded.items() if not many),
        {name: most for name, (much, most) in too_much.items() if much},
    )


def _attempts(there: Counter[str], plan: BenchmarkPlan, task: Task) -> int:
    """How many attempts at a task, from the first on, have a recording of their own."""
    left = there.copy()
    for sample in range(plan.samples):
        slot = Slot("", "", sample, warm_up=False, concurrency=1)
        asked = request_of(plan, task, slot, nonce="").prompt_hash
        if not left[asked]:
            return sample
        left[asked] -= 1
    return plan.samples
