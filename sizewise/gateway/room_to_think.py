"""Models that think unasked at tasks whose limit leaves them no room: told before they start."""

from collections.abc import Iterator, Mapping

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.task import Task
from sizewise.ground.written import grouped, listed, noun_for
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.catalogue.response_name import model_named

ROOM = 1_000
"""Output tokens below which a model that thinks may be cut before it says anything. A round number:
thinking takes from some hundred tokens to many thousand."""


def cramped(plan: BenchmarkPlan, tasks: Mapping[str, Task], catalogue: Catalogue) -> Iterator[str]:
    """A sentence for each model at an endpoint that thinks unasked, as far as the catalogue knows,
    and has tasks that are too short for it.
    """
    short = [tasks[name] for name in plan.tasks if name in tasks and tasks[name].limit < ROOM]
    limits = listed([f"“{each.title}” ends a reply at {grouped(each.limit)}" for each in short])
    for one in plan.models:
        profile = model_named(one.model, catalogue) if one.source == "endpoint" else None
        if short and profile is not None and profile.file.thinks_unasked:
            yield (
                f"{profile.name} thinks before it answers, and its thinking counts as output: "
                f"{limits} tokens. Replies may be cut before they say anything, which is no "
                f"measure of the model. Leave {noun_for(len(short), 'that task', 'those tasks')} "
                "out, or compare models that think only when asked."
            )
