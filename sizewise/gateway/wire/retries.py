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
        """The events of as many attempts as it takes."""
        for number in range(1, self.most + 1):
            retrying = None
            for event in attempt():
                if event.kind == "failed":
                    retrying = self._after(event, number)
                yield retrying or event
            if retrying is None:
                return
            self.sleep(retrying.wait)
        yield from attempt()

    def _after(self, failed: Failed, number: int) -> Retrying | None:
        failure = failed.failure
        wait = failure.retry_after
        if wait is None:
            wait = self.first * 2 ** (number - 1) * (1 + self.chance() / 2)
        if not failure.passing or wait > LONGEST:
            return None
        return Retrying(failure, number, wait, failed.at)


NEVER = Retries(most=0)
