"""Trying again what may pass, where everybody can see it."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sizewise.gateway.protocol import Event, Failed, Retrying

LONGEST = 30.0
"""Seconds that anybody waits for the next attempt: whoever is asked to wait longer is told so."""


@dataclass(frozen=True)
class Retries:
    """How often to try again, and how long to wait in between."""

    most: int = 2
    first: float = 0.5
    """Seconds before the second attempt; each further wait is twice as long, and up to half as
    long again by chance, so that many who failed together do not come back together."""
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def of(self, attempt: Callable[[], Iterator[Event]]) -> Iterator[Event]:
        """The events of as many attempts as it takes. One without a setting that is not taken is
        another request, and does not count: providers name such settings one after the other.
        """
        number, failures = 0, 0
        left_out: set[str] = set()
        while True:
            number, retrying = number + 1, None
            for event in attempt():
                if event.kind == "failed":
                    if (setting := event.failure.setting) and setting not in left_out:
                        left_out.add(setting)
                    else:
                        failures += 1
                    retrying = self._after(event, number, failures)
                yield retrying or event
            if retrying is None:
                return
            self.sleep(retrying.wait)

    def _after(self, failed: Failed, number: int, failures: int) -> Retrying | None:
        failure = failed.failure
        wait = failure.retry_after
        if wait is None:
            wait = self.first * 2 ** max(failures - 1, 0) * (1 + self.chance() / 2)
        if not (self.most and failure.passing) or failures > self.most or wait > LONGEST:
            return None
        return Retrying(failure, number, wait, failed.at)


NEVER = Retries(most=0)
