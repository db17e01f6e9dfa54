"""Calls that wait for a free worker: a simulated hour, and what theory says of the long run.

The model is M/M/c: calls come at random (Poisson), each takes a random time (exponential), the one
that came first is served first, and nobody gives up.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapreplace
from math import inf
from random import Random

from sizewise.ground.sample import nearest_rank
from sizewise.sizing.tokens.usage import UsageError

MINUTE = 60.0


@dataclass(frozen=True)
class Service:
    """Who comes and who serves: calls a minute, seconds for one call, workers; all on average.

    Raises UsageError when one of them is not above 0.
    """

    per_minute: float
    seconds: float
    workers: int

    def __post_init__(self) -> None:
        for field, value in vars(self).items():
            if value <= 0:
                raise UsageError(field, f"{field} must be above 0")

    @property
    def load(self) -> float:
        """Workers that would be busy all the time if none ever waited for work, in erlangs."""
        return self.per_minute / MINUTE * self.seconds

    @property
    def utilisation(self) -> float:
        """The load for each worker; from 1 on the queue grows without end."""
        return self.load / self.workers

    @property
    def capacity(self) -> float:
        """Calls a minute that the workers can serve."""
        return self.workers * MINUTE / self.seconds


@dataclass(frozen=True)
class Hour:
    """What happened to each call, in the order of coming; times in seconds from the start."""

    came: tuple[float, ...]
    began: tuple[float, ...]

    @property
    def waits(self) -> tuple[float, ...]:
        """Seconds that each call waited for a worker."""
        return tuple(began - came for came, began in zip(self.came, self.began, strict=True))

    def wait_of(self, share: float) -> float:
        """The wait that this share of the calls (0 to 1) does not exceed; 0 without a call.

        The nearest rank: an actual call's wait, nothing in between.
        """
        waits = sorted(self.waits)
        return waits[nearest_rank(share, len(waits)) - 1] if waits else 0.0

    def queue_at(self, second: float) -> int:
        """Calls that have come and not begun."""
        # Served in the order of coming, calls begin in that order too.
        return bisect_right(self.came, second) - bisect_right(self.began, second)


def simulate(service: Service, seed: int, minutes: int = 60) -> Hour:
    """A run that starts with an empty room. The same seed brings the same customers.

    Calls that come within the time are served to the end. One seed makes the same calls for any
    number of workers, so that only the workers make the difference.
    """
    free = [0.0] * service.workers
    came, began = [], []
    for moment, work in _calls(service, Random(seed), minutes * MINUTE):  # noqa: S311 - no secret
        start = max(moment, free[0])
        heapreplace(free, start + work)
        came.append(moment)
        began.append(start)
    return Hour(tuple(came), tuple(began))


def _calls(service: Service, chance: Random, end: float) -> Iterator[tuple[float, float]]:
    """When each call comes, and the seconds it takes."""
    moment = chance.expovariate(service.per_minute / MINUTE)
    while moment < end:
        yield moment, chance.expovariate(1 / service.seconds)
        moment += chance.expovariate(service.per_minute / MINUTE)


def chance_to_wait(load: float, workers: int) -> float:
    """The share of calls that find every worker busy: Erlang's C formula; 1 beyond capacity.

    Source: A. K. Erlang, 1917. Computed through the B formula, B(0) = 1 and
    B(k) = load B(k-1) / (k + load B(k-1)), which needs no large factorials.
    """
    if load >= workers:
        return 1.0
    blocked = 1.0
    for busy in range(1, workers + 1):
        blocked = load * blocked / (busy + load * blocked)
    return blocked / (1 - load / workers * (1 - blocked))


def mean_wait(service: Service) -> float:
    """Seconds that a call waits on average in the long run; without end beyond capacity."""
    spare = service.workers - service.load
    if spare <= 0:
        return inf
    return chance_to_wait(service.load, service.workers) * service.seconds / spare
