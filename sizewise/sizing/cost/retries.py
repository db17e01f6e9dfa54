"""Asking again when a reply cannot be used: how often that helps, and what it costs.

With a share p of usable tries, the tries are taken as independent: each fails with 1 - p.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Ladder:
    """At most `tries` tries, of which a share `valid` (0 to 1) comes out usable.

    Raises ValueError for a share that is none, or less than one try.
    """

    valid: Decimal
    tries: int

    def __post_init__(self) -> None:
        if not 0 <= self.valid <= 1:
            raise ValueError("the share of valid replies lies between 0 and 1")
        if self.tries < 1:
            raise ValueError("at least one try is needed")

    @property
    def invalid(self) -> Decimal:
        """The share of tries that cannot be used, 1 - p."""
        return 1 - self.valid

    def reached(self, number: int) -> Decimal:
        """The chance that try `number`, from 1, is needed: every one before it failed."""
        return self.invalid ** (number - 1) if number > 1 else Decimal(1)

    @property
    def all_fail(self) -> Decimal:
        """The chance that no try can be used: (1 - p) to the power of the tries."""
        return self.invalid**self.tries

    @property
    def expected(self) -> Decimal:
        """Tries paid for on average: 1 + (1 - p) + (1 - p)^2 + ..., one term for each try."""
        return sum((self.reached(number) for number in range(1, self.tries + 1)), Decimal(0))

    def cost(self, one_try: Decimal) -> Decimal:
        """What a question costs on average, in the currency of `one_try`."""
        return self.expected * one_try

    def cost_if_failures_are_free(self, one_try: Decimal) -> Decimal:
        """What a question costs on average when only a usable try is billed, as for an error 503.

        Then trying again costs time and no money: at most one try is ever paid.
        """
        return (1 - self.all_fail) * one_try

    def per_usable(self, one_try: Decimal) -> Decimal | None:
        """What a usable reply costs on average, the failed questions' tries included.

        None when no reply is ever usable.
        """
        return self.cost(one_try) / (1 - self.all_fail) if self.valid else None
