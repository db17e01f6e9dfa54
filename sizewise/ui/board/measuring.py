"""Measuring a provider here and now: a few calls in a row, listened to in a thread of their own."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from uuid import uuid4

import streamlit as st

from sizewise import __version__
from sizewise.benchmark.trial import Slot, Trial
from sizewise.gateway.measured import Conditions, trials
from sizewise.gateway.protocol import Provider, Request
from sizewise.ui.playground.calls import FORGOTTEN

PLAN = "board-here-and-now"
MOST = 200
"""Measurements that are kept; the oldest go first."""


class RunningMeasurement:
    """Some requests to one provider, one after the other, the first of them a warm-up.

    Ends by itself when nobody looks at it any more.
    """

    def __init__(
        self,
        title: str,
        provider: Provider,
        requests: Sequence[Request],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.title = title
        self.total = len(requests)
        self._clock, self._looked = clock, clock()
        self._trials: list[Trial] = []
        self._thread = threading.Thread(
            target=self._measure, args=(provider, requests), name="board", daemon=True
        )
        self._thread.start()

    @property
    def trials(self) -> tuple[Trial, ...]:
        """What has been measured so far. Whoever asks keeps the measurement alive."""
        self._looked = self._clock()
        return tuple(self._trials)

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return not self._thread.is_alive()

    def join(self, seconds: float) -> None:
        """Wait until nothing more comes."""
        self._thread.join(seconds)

    def _measure(self, provider: Provider, requests: Sequence[Request]) -> None:
        for place, request in enumerate(requests):
            with closing(provider.send(request)) as events:  # type: ignore[type-var]
                for trial in trials(events, _conditions(provider, request, place), _now()):
                    self._trials.append(trial)
            if self._clock() - self._looked > FORGOTTEN:
                return


def _conditions(provider: Provider, request: Request, place: int) -> Conditions:
    return Conditions(
        plan=PLAN,
        plan_sha256=sha256(PLAN.encode()).hexdigest(),
        slot=Slot("here", "one-text", max(0, place - 1), place == 0, 1),
        model=provider.model or "not named",
        request=request,
        client=f"sizewise {__version__}",
        machine="this machine",
    )


def _now() -> datetime:
    return datetime.now(UTC)


class Measurements:
    """All measurements of this server, by an id that only the tab knows that asked."""

    def __init__(self) -> None:
        self._running: dict[str, RunningMeasurement] = {}

    def begin(self, title: str, provider: Provider, requests: Sequence[Request]) -> str:
        """Measure; the id."""
        name = uuid4().hex
        self._running[name] = RunningMeasurement(title, provider, requests)
        for oldest in list(self._running)[:-MOST]:
            self._running.pop(oldest, None)
        return name

    def get(self, name: str) -> RunningMeasurement | None:
        """A measurement by its id; none when it is too long ago."""
        return self._running.get(name)


@st.cache_resource(show_spinner=False)
def measurements() -> Measurements:
    """The measurements of this server."""
    return Measurements()
