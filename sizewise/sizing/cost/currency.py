"""Another currency beside the dollar, by a rate that somebody states with its day.

Dollars stay the truth: prices, sums and comparisons are made in them, and only the answer is
converted. We know no exchange rates; who wants one types it, with the day it held.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.ground.plain import Plain
from sizewise.ground.typed import as_seen, typed_size
from sizewise.ground.written import dollars

MOST_RATE = Decimal(1_000_000_000)
"""More units for a dollar than any currency has had."""
RATE_CHARACTERS = 20
"""Characters of a rate, as its field takes them."""
LEAST_RATE = 1 / MOST_RATE
"""Less of anything than a dollar has bought: `1e-999999` has a million digits to write."""

_CODE = re.compile(r"[A-Z]{3}")


class CurrencyError(Plain, ValueError):
    """A rate that cannot be: `field` is code, rate or day; the message is meant for the learner."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


@dataclass(frozen=True)
class Currency:
    """A currency's code (ISO 4217), how much of it one US dollar buys, and the day that held."""

    code: str
    rate: Decimal
    day: date

    def of(self, amount: Decimal) -> Decimal:
        """An amount of US dollars in this currency, exact."""
        return amount * self.rate

    def written(self, amount: Decimal) -> str:
        """An amount of US dollars in this currency, rounded as dollars are: "EUR 0.455"."""
        return f"{self.code} {dollars(self.of(amount)).replace('$', '')}"


def read_currency(code: str, rate: str, day: date, today: date) -> Currency:
    """A currency from what was typed. Raises CurrencyError.

    The rate is read as numbers are elsewhere: `1,450` has thousands, `0,92` a decimal comma, and
    `1.450` a decimal point, since rates have decimals.

    A day after `today` is refused: nobody knows the rate of a day to come.
    """
    named = code.strip().upper()
    if not _CODE.fullmatch(named) or named == "USD":
        raise CurrencyError("code", "Write the three letters of another currency, such as EUR.")
    if day > today:
        raise CurrencyError("day", "Choose the day on which the rate held, not a day to come.")
    return Currency(named, _rate(rate), day)


def _rate(typed: str) -> Decimal:
    seen = as_seen(typed) if len(typed) <= RATE_CHARACTERS else ""
    # A third has no end: an address could not hold it.
    rate = None if "/" in seen else typed_size(seen)
    if rate is None or not LEAST_RATE <= rate <= MOST_RATE:
        raise CurrencyError(
            "rate", "Write how much of it one US dollar buys, as a number above zero."
        )
    return rate
