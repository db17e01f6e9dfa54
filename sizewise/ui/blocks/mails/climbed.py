"""What a run of the ladder found: the recorded one, read once, or the learner's own so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sizewise import ROOT
from sizewise.benchmark.classify import ladder
from sizewise.benchmark.classify.ladder import CALIBRATION, WayToSort
from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Trial
from sizewise.library.kinds import TASK
from sizewise.library.library import NotInLibrary
from sizewise.library.rules_file import keyword_rules
from sizewise.ui import house

PLAN = "small-model-ladder"
RULES = "support-rules"


@dataclass(frozen=True)
class Climbed:
    """A run of the ladder. `free` are the ways that cost nothing, on the same mails."""

    rungs: tuple[WayToSort, ...]
    free: tuple[WayToSort, ...]
    mails: Task
    """The table of the mails, with those that are kept back as examples."""
    model: str
    machine: str
    day: date | None
    """When it was measured; none before anything was."""

    @property
    def ways(self) -> Mapping[str, WayToSort]:
        """Every way to sort that was measured, by name."""
        return {rung.name: rung for rung in (*self.rungs, *self.free) if rung.answers}

    @property
    def calibrated(self) -> WayToSort:
        """The rung that tells how sure the model was."""
        return next(rung for rung in self.rungs if rung.name == CALIBRATION)


def tasks() -> Mapping[str, Task]:
    """The tasks of the ladder. Raises NotInLibrary when one of them is to be repaired."""
    there = house.library().all(TASK)
    wanted = (*ladder.ASKED.values(), *ladder.SAID.values())
    for name in wanted:
        if name not in there:
            raise NotInLibrary(f"the task {name} of content/tasks is being repaired")
    return {name: there[name] for name in wanted}


@house.of_content
def recorded() -> Climbed:
    """The run that comes along. Raises NotInLibrary without one."""
    run = house.recorded_runs().get(PLAN)
    if run is None:
        raise NotInLibrary(f"no run of {PLAN} is recorded in content/runs")
    return climbed(run.log.trials)


def climbed(trials: Sequence[Trial]) -> Climbed:
    """What these trials found."""
    known = tasks()
    rungs = ladder.rungs(known, trials)
    mails = known[ladder.ASKED[ladder.EXAMPLES]]
    asked = frozenset(each.case for rung in rungs for each in rung.answers)
    first = trials[0] if trials else None
    return Climbed(
        rungs,
        tuple(_among(rung, asked) for rung in _free()),
        mails,
        first.answered_by if first else "",
        first.machine if first else "",
        first.sent_at.date() if first else None,
    )


def _among(rung: WayToSort, cases: frozenset[int]) -> WayToSort:
    """A short run asks some of the mails: whatever is set beside it sorts the same ones."""
    return WayToSort(rung.name, tuple(each for each in rung.answers if each.case in cases))


@house.of_content
def _free() -> tuple[WayToSort, ...]:
    rules = keyword_rules(ROOT)[RULES]
    return ladder.free_of_charge(tasks()[ladder.ASKED[ladder.EXAMPLES]], rules)
