"""The ladder climbed now: the local model sorts the mails while the page looks on."""

import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import streamlit as st

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.trial import Trial
from sizewise.gateway.local import local_model
from sizewise.gateway.planned import planned_run
from sizewise.gateway.protocol import Provider
from sizewise.gateway.running import LogUnwritable, Run
from sizewise.library.kinds import PLAN as PLANS
from sizewise.ui import house
from sizewise.ui.blocks.mails.climbed import PLAN, tasks

FORGOTTEN = 20.0
"""Seconds after which a climb that nobody looks at ends: others want the model too."""
MOST = 50
"""Climbs that are kept; the oldest go first."""


class Climb:
    """A run under way, or one that has ended; what it found stays."""

    def __init__(
        self,
        run: Run,
        clock: Callable[[], float] = time.monotonic,
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        """`ended` is called once nothing more comes."""
        self._run, self._clock, self._ended = run, clock, ended
        self.done, self.total = 0, 1
        self.trials: tuple[Trial, ...] = ()
        self.trouble = ""
        self.began = clock()
        self._looked, self._stopped = self.began, False
        self._thread = threading.Thread(target=self._go, name="ladder", daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether nothing more comes. Whoever asks keeps the climb alive."""
        self._looked = self._clock()
        return not self._thread.is_alive()

    @property
    def seconds_left(self) -> float | None:
        """About how long it still takes; none before it can be told."""
        if not self.done:
            return None
        return (self._clock() - self.began) / self.done * (self.total - self.done)

    def stop(self) -> None:
        """End it after the mail that is being sorted."""
        self._stopped = True

    def join(self, seconds: float) -> None:
        """Wait until it ends."""
        self._thread.join(seconds)

    def _go(self) -> None:
        try:
            with closing(self._run.go()) as going:
                for self.done, self.total, ended in going:
                    self.trials = (*self.trials, *ended)
                    unseen = self._clock() - self._looked > FORGOTTEN
                    if self._stopped or unseen or self._failed(ended):
                        return
        except LogUnwritable as error:
            self.trouble = str(error)
        finally:
            self._ended()

    def _failed(self, ended: tuple[Trial, ...]) -> bool:
        """A model that does not answer at all will not answer the next mail either."""
        if ended and ended[-1].error:
            self.trouble = ended[-1].error_text
        return bool(self.trouble)


class Climbs:
    """All climbs of this server, by an id that only the tab knows that began one."""

    def __init__(self) -> None:
        self._climbs: dict[str, Climb] = {}

    def begin(self, mails: int) -> str:
        """Ask the local model about so many mails; the id of the climb."""
        name, folder = uuid4().hex, tempfile.TemporaryDirectory()
        run = run_of(mails, local_model(), Path(folder.name))
        self._climbs[name] = Climb(run, ended=folder.cleanup)
        for oldest in list(self._climbs)[:-MOST]:
            self._climbs.pop(oldest, None)
        return name

    def climb(self, name: str) -> Climb | None:
        """A climb by its id; none when it is too long ago."""
        return self._climbs.get(name)


@st.cache_resource(show_spinner=False)
def climbs() -> Climbs:
    """The climbs of this server."""
    return Climbs()


def run_of(mails: int, provider: Provider, folder: Path) -> Run:
    """The ladder's plan with so many mails, put to one model, with its log in a folder."""
    plan: BenchmarkPlan = house.library().all(PLANS)[PLAN]
    plan = plan.model_copy(update={"samples": mails, "warm_ups": 1})
    log, providers = folder / f"{PLAN}.jsonl", {one.name: provider for one in plan.models}
    catalogue = house.library().catalogue
    return planned_run(
        plan, log, tasks(), providers, catalogue, house.today(), shared=house.shared()
    )
