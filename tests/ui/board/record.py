"""Records the rows of the provider board anew: `python -m tests.ui.board.record`, some minutes.

Take a machine that has nothing else to do: its lines tell how busy it was. A number behind it asks
for other than 24 samples of each row.
"""

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from sizewise import ROOT, __version__
from sizewise.benchmark.plan import BenchmarkPlan, Contender
from sizewise.gateway.asking import request_of
from sizewise.gateway.local import LocalModel
from sizewise.gateway.machine.described import machine
from sizewise.gateway.machine.process import Process, Setup
from sizewise.gateway.machine.weights import MODEL
from sizewise.gateway.running import Run
from sizewise.library.kinds import TASK
from sizewise.library.shelf import open_kind
from sizewise.ui.board.recorded_rows import LOG, ROWS

SAMPLES = int(sys.argv[1]) if len(sys.argv) > 1 else 24
PLAN = BenchmarkPlan(
    id="board",
    title="The small model with one and two cores, with and without a cache",
    models=tuple(Contender(name=name, source="local", model=MODEL) for name in ROWS),
    tasks=("one-text",),
    samples=SAMPLES,
    warm_ups=1,
    cache="shared",
)


def request(task, slot, nonce):
    """Each row has its own way with the cache."""
    cache = "shared" if ROWS[slot.model].cache else "off"
    return replace(request_of(PLAN, task, slot, nonce), cache=cache)


if __name__ == "__main__":
    task = open_kind(ROOT, TASK)["one-text"].value
    models = {
        cores: LocalModel(Process(Setup(threads=cores)))
        for cores in sorted({row.cores for row in ROWS.values()})
    }
    with suppress(FileNotFoundError):
        LOG.unlink()
    run = Run(
        plan=PLAN,
        log=LOG,
        providers={name: models[row.cores] for name, row in ROWS.items()},
        request=lambda slot, nonce: request(task, slot, nonce),
        grade=lambda trial: task.grade(trial.sample, trial.reply),
        charge=lambda slot, usage: None,
        client=f"sizewise {__version__}",
        machine=machine(),
        moment=lambda: datetime.now(UTC),
    )
    for done, total, _ in run.go():
        sys.stderr.write(f"{done} of {total}\n")
    for model in models.values():
        model.close()
