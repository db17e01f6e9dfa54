"""Several providers of one model: whom to ask first, and whom when one fails. Exact, on average."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sizewise.sizing.tokens.usage import UsageError

HOUR = 3600
"""Seconds."""


@dataclass(frozen=True)
class Link:
    """One provider of a chain: the share of calls it answers (0 to 1), and the seconds it takes.

    `reply` until its answer is there, `failing` until one knows that none will come. Raises
    UsageError.
    """

    success: Fraction
    reply: Fraction
    failing: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.success <= 1:
            raise UsageError("success", "success lies between 0 and 1")
        for field, seconds in (("reply", self.reply), ("failing", self.failing)):
            if seconds < 0:
                raise UsageError(field, f"{field} seconds cannot be negative")


@dataclass(frozen=True)
class FallbackChain:
    """Providers in the order in which they are asked, each when all before it failed.

    Failures are taken as independent; providers in the same building are not. Raises UsageError
    (`links`) without one.
    """

    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        if not self.links:
            raise UsageError("links", "a chain needs at least one provider")

    @property
    def reached(self) -> tuple[Fraction, ...]:
        """The share of calls that comes to each provider; the first is asked every time."""
        return tuple(self._reached())[:-1]

    @property
    def success(self) -> Fraction:
        """The share of calls that somebody answers: 1 less the product of all failure rates."""
        *_, failed = self._reached()
        return 1 - failed

    @property
    def delays(self) -> tuple[Fraction, ...]:
        """Seconds that a call waits on average for each provider in vain."""
        pairs = zip(self.reached, self.links, strict=True)
        return tuple(share * (1 - link.success) * link.failing for share, link in pairs)

    @property
    def added(self) -> Fraction:
        """Seconds that a call waits on average, over all calls, for providers that fail."""
        return sum(self.delays, Fraction(0))

    @property
    def seconds(self) -> Fraction:
        """Seconds until the answer, or until nobody is left, on average over all calls."""
        replies = (
            share * link.success * link.reply
            for share, link in zip(self.reached, self.links, strict=True)
        )
        return sum(replies, self.added)

    def _reached(self) -> Iterator[Fraction]:
        share = Fraction(1)
        yield share
        for link in self.links:
            share *= 1 - link.success
            yield share


def machine_cost(seconds: Fraction, hourly: Decimal) -> Fraction:
    """What a call costs on a machine rented by the hour, in the currency of `hourly`.

    Seconds x price of an hour / 3,600, as if the machine were never idle: an hour without calls
    costs the same. Raises UsageError (`seconds`, `hourly`).
    """
    for field, value in (("seconds", seconds), ("hourly", hourly)):
        if value < 0:
            raise UsageError(field, f"{field} cannot be negative")
    return seconds * Fraction(hourly) / HOUR


def inverse_square_weights(prices: Sequence[Decimal | Fraction]) -> tuple[Fraction, ...]:
    """The share of calls for each provider, by 1 / price squared: dearer ones are asked rarely.

    The shares add up to exactly 1. The rule by which OpenRouter balances the load between
    providers that are up. Raises UsageError (`prices`) for a price that is not above 0: nothing
    could be weighed against a gift.
    """
    if any(price <= 0 for price in prices):
        raise UsageError("prices", "every price must be above 0")
    weights = [1 / Fraction(price) ** 2 for price in prices]
    total = sum(weights, Fraction(0))
    return tuple(weight / total for weight in weights)
