"""Plans at work: each runs in a thread of its own, so that nobody's page waits for it.

A run goes on when its tab is closed. When the server ends, the log is what is left of it, and the
same plan goes on from there.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from sizewise.gateway.running import Run
from sizewise.ground.plain import Plain

MOST = 4
"""Plans that run at once on this server; the local model serves one request after the other."""


class TooManyRuns(Plain):
    """As many plans run as this server takes, or as one learner of many may have."""


FULL = f"{MOST} plans are running on this server. Wait until one has ended, then start yours."
ONE_EACH = "A plan of yours is running. Others want to run theirs too: stop it, or wait for it."


class PlanRunner:
    """A plan at work, or what is known of how it ended."""

    def __init__(self, ready: Callable[[], Run], clock: Callable[[], float] = time.monotonic):
        self._ready, self._clock = ready, clock
        self._stopping = False
        self._began: float | None = None
        self._own = 0
        self.done, self.total = 0, 0
        self.trouble = ""
        """Why it ended before its time, in a sentence; empty when it did not."""
        self._thread = threading.Thread(target=self._go, name="benchmark", daemon=True)
        self._thread.start()

    @property
    def live(self) -> bool:
        """Whether it is at work."""
        return self._thread.is_alive()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop; requests under way still end."""
        return self._stopping

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take, as quick as so far; none before its first reply."""
        if self._began is None or not self._own:
            return None
        return (self._clock() - self._began) / self._own * (self.total - self.done)

    def stop(self) -> None:
        """End it: whatever stands in the log stays."""
        self._stopping = True

    def join(self, seconds: float) -> None:
        """Wait until it has ended."""
        self._thread.join(seconds)

    def _go(self) -> None:
        try:
            ready = self._ready()
            if self._stopping:  # while its models were made ready
                return
            going = ready.go()
            self._began = self._clock()
            for self.done, self.total, _ in going:
                self._own += 1
                if self._stopping:
                    going.close()
        except Plain as reason:
            self.trouble = str(reason)
        except OSError as error:
            self.trouble = f"The log cannot be written ({error.strerror}). Make room, then go on."
        except Exception:  # whatever it is, the page has to tell; the server's own log has it whole
            self.trouble = "The run broke off by a fault of Sizewise. What it found is kept: go on."
            raise


class Runners:
    """All plans at work on this server, by their logs."""

    def __init__(self) -> None:
        self._runners: dict[Path, PlanRunner] = {}
        self._lock = threading.Lock()

    def start(self, log: Path, ready: Callable[[], Run], *, one_each: bool = False) -> None:
        """Let a plan run, unless it does already. Raises TooManyRuns.

        `one_each` allows one at a time for each folder, which is a learner's own.
        """
        with self._lock:
            live = {at: each for at, each in self._runners.items() if each.live}
            if log in live:
                return
            if len(live) >= MOST:
                raise TooManyRuns(FULL)
            if one_each and any(at.parent == log.parent for at in live):
                raise TooManyRuns(ONE_EACH)
            self._runners = {**live, log: PlanRunner(ready)}

    def of(self, log: Path) -> PlanRunner | None:
        """Who writes that log, or wrote it last; none when nobody of this server did."""
        return self._runners.get(log)

    def stop_all_in(self, folder: Path, seconds: float) -> bool:
        """Stop the runs whose logs lie in a folder, and wait until they have ended, for so many
        seconds in all; whether none is at work any more. Requests under way still end.
        """
        going = [each for log, each in self._runners.items() if log.parent == folder and each.live]
        for each in going:
            each.stop()
        until = time.monotonic() + seconds
        for each in going:
            each.join(max(0.0, until - time.monotonic()))
        return not any(each.live for each in going)


@st.cache_resource(show_spinner=False)
def runners() -> Runners:
    """The plans at work on this server."""
    return Runners()
