"""Whether a plan fits a maker's rate limits at its busiest minute."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sizewise.sizing.plan.plan import Plan
from sizewise.sizing.tokens.usage import UsageError

MINUTES = 60


@dataclass(frozen=True)
class RateLimits:
    """What a maker lets through in a minute; none means that no limit of that kind is known."""

    requests_per_minute: int | None
    tokens_per_minute: int | None


@dataclass(frozen=True)
class Busy:
    """When the calls of a day come: in how many hours, and how far the peak is above the average.

    Raises UsageError (`hours`, `peak_factor`).
    """

    hours: Decimal = Decimal(8)
    peak_factor: Decimal = Decimal(3)

    def __post_init__(self) -> None:
        if not 0 < self.hours <= 24:
            raise UsageError("hours", "a day has more than 0 and at most 24 busy hours")
        if not self.peak_factor >= 1:
            raise UsageError("peak_factor", "a peak is at least the average: 1")


@dataclass(frozen=True)
class Gauge:
    """What the busiest minute needs, exactly, and what is let through.

    `limit` is none when no limit is known.
    """

    needed: Fraction
    limit: int | None

    @property
    def fits(self) -> bool:
        """Whether all of it is let through; yes when no limit is known."""
        return self.limit is None or self.needed <= self.limit


@dataclass(frozen=True)
class RateCheck:
    """A plan against the limits, and the most calls a day that they let through at that peak.

    `most_calls_per_day` is none when no limit is known or the calls use nothing.
    """

    requests: Gauge
    tokens: Gauge
    most_calls_per_day: int | None

    @property
    def fits(self) -> bool:
        """Whether both limits hold."""
        return self.requests.fits and self.tokens.fits


def check_rates(plan: Plan, limits: RateLimits, busy: Busy) -> RateCheck:
    """The plan's busiest minute in its first month against the limits.

    Retries count as calls. Batched calls do not count: makers queue them apart. All input and
    output counts, cached input too. Escalated calls count against another model.
    """
    sent = Fraction((1 - plan.batch_share) + plan.retry_share)
    requests = sent * Fraction(busy.peak_factor) / (Fraction(busy.hours) * MINUTES)
    tokens = requests * (plan.usage.input + plan.usage.output)
    calls = Fraction(plan.calls_per_day)
    return RateCheck(
        Gauge(calls * requests, limits.requests_per_minute),
        Gauge(calls * tokens, limits.tokens_per_minute),
        _most((requests, limits.requests_per_minute), (tokens, limits.tokens_per_minute)),
    )


def _most(*needs: tuple[Fraction, int | None]) -> int | None:
    """The calls a day at which the first limit is met; each need is of one call a day."""
    met = [int(limit / each) for each, limit in needs if limit is not None and each]
    return min(met, default=None)
