"""Records the local model's replies to the samples anew: `python -m tests.ui.playground.record`."""

import os
import platform
from dataclasses import replace
from datetime import UTC, datetime

from sizewise.gateway.local import local_model
from sizewise.gateway.recorded import line, recorded
from sizewise.ui.playground.samples import SAMPLES
from sizewise.ui.playground.who import RECORDINGS


def machine(model):
    """Where it is recorded, as the page tells it."""
    threads = model.process.setup.threads
    engine = model.process.serving().engine
    return f"{platform.machine()} with {os.cpu_count()} cores, {threads} of them used, {engine}"


if __name__ == "__main__":
    model, day = local_model(), datetime.now(UTC).date().isoformat()
    list(model.send(next(iter(SAMPLES.values())).request))  # the first one is always slow
    asked = [replace(each.request, logprobs=3, cache="off") for each in SAMPLES.values()]
    lines = [line(recorded(each, model.send(each), machine(model), day)) for each in asked]
    RECORDINGS.write_text("".join(f"{each}\n" for each in lines), "utf-8")
    model.close()
