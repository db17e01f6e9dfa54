"""Numbers, days and lists as people read them: one writer for each kind.

Halves are rounded up, as people do by hand. What is not nothing is never written as 0. Thousands
are separated, and a minus is a real one. What programs read is written by `plainly`.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import count

AnyNumber = int | float | Decimal | Fraction
"""A number in any of the forms that sums are made in."""

_MILLION = 1_000_000
_MONTH = Decimal("30.44")
"""Days of a month, on average."""
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_NEARLY_NONE, _NEARLY_ALL = Decimal("0.005"), Decimal("0.995")


def dollars(amount: AnyNumber) -> str:
    """An amount: cents from one dollar up, three digits below: `$1,234.57`, `$0.000255`."""
    return _signed(amount, _with_cents(_rounded(amount, 2)))


def rate(amount: Decimal) -> str:
    """A rate as the price list gives it, never rounded: `$0.15`, `$0.0375`."""
    return _signed(amount, _with_cents(f"{abs(amount):,f}"))


def grouped(count: int) -> str:
    """A count with its thousands separated: `1,200`."""
    return _signed(count, f"{abs(count):,}")


def number(value: AnyNumber, decimals: int = 2) -> str:
    """At most so many decimals from 1 up, three digits below: `1,200`, `2.67`, `0.00123`."""
    return _signed(value, _without_idle_zeros(_rounded(value, decimals)))


def few_or_many(value: AnyNumber) -> str:
    """How many, where it need not be whole: one decimal below a hundred: `37.5`, `1,200`."""
    return number(value, 0 if abs(_decimal(value)) >= 100 else 1)


def points(value: AnyNumber) -> str:
    """Points of a question: at most two decimals, two digits below one: `2`, `0.67`, `−0.33`."""
    return _signed(value, _without_idle_zeros(_rounded(value, 2, digits=2)))


def exactly(value: Decimal) -> str:
    """Every digit there is, thousands separated: `1,200`, `0.0375`."""
    return _signed(value, _without_idle_zeros(f"{abs(value):,f}"))


def plainly(value: Decimal) -> str:
    """Every digit there is, for programs and spreadsheets: `1200`, `-0.0375`."""
    return _without_idle_zeros(f"{value:f}") if value else "0"


def times(ratio: AnyNumber) -> str:
    """How many times: whole from 10 up, one decimal from 1, two digits below: `17×`, `0.04×`."""
    decimals = 0 if abs(_decimal(ratio)) >= 10 else 1
    return f"{_signed(ratio, _without_idle_zeros(_rounded(ratio, decimals, digits=2)))}×"


def percent(share: AnyNumber) -> str:
    """A share with at most one decimal, two digits below one per cent: `94%`, `0.12%`."""
    return f"{_signed(share, _without_idle_zeros(_rounded(_decimal(share) * 100, 1, digits=2)))}%"


def whole_percent(share: AnyNumber) -> str:
    """A share in whole per cent, never rounded to nothing or to all: `36%`, `under 1%`."""
    part = _decimal(share).copy_abs()
    if 0 < part < _NEARLY_NONE:
        return "under 1%"
    if _NEARLY_ALL <= part < 1:
        return "over 99%"
    return f"{_signed(share, grouped(_whole(part.scaleb(2, _WIDE))))}%"


def in_thousands(count: int) -> str:
    """A limit in little room, with no thousand that is not there: `950`, `128k`, `1.05M`."""
    return f"{count // 1000}k" if 1000 <= count < _MILLION else in_millions(count)


def in_millions(count: int) -> str:
    """A count, from a million up in millions: `9,999`, `1.05M`."""
    return f"{number(Fraction(count, _MILLION))}M" if count >= _MILLION else grouped(count)


def day_words(day: date) -> str:
    """A day: `21 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def moment_words(moment: datetime) -> str:
    """A moment, to the minute and in UTC: `21 November 2026, 09:05 UTC`."""
    there = moment.astimezone(UTC)
    return f"{day_words(there)}, {there:%H:%M} UTC"


def near_day_words(day: date, today: date) -> str:
    """A day as one speaks of it: `today`, `tomorrow`, `Friday`, else `21 November 2026`."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"{day:%A}" if 1 < ahead < 7 else day_words(day)


def wait_words(seconds: float) -> str:
    """A wait: `0 seconds`, `under 1 second`, `14 seconds`, `3.5 minutes`."""
    if 0 < seconds < 1:
        return "under 1 second"
    whole = _whole(max(seconds, 0.0))
    return number_of(whole, "second") if whole < 100 else f"{number(seconds / 60, 1)} minutes"


def left_words(seconds: float) -> str:
    """What a wait still takes: `about 14 seconds left`, `under 1 second left`."""
    return "under 1 second left" if seconds < 1 else f"about {wait_words(seconds)} left"


def span_words(days: int) -> str:
    """A span: `54 days`, `9 months`, `2 years and 4 months`."""
    months = _whole(days / _MONTH)
    if days < 90:
        return number_of(days, "day")
    if months < 24:
        return number_of(months, "month")
    years, rest = divmod(months, 12)
    return listed([number_of(years, "year"), *([number_of(rest, "month")] if rest else [])])


def exact_millions(count: int) -> str:
    """A count that is multiplied, from a million up in millions, never rounded: `1.054321M`."""
    return f"{exactly(Decimal(count).scaleb(-6))}M" if count >= _MILLION else grouped(count)


def number_of(count: int, one: str, several: str | None = None) -> str:
    """So many of something: `1 call`, `1,200 calls`, `2 tries`."""
    return with_noun(grouped(count), one, several)


def with_noun(written: str, one: str, several: str | None = None) -> str:
    """A number that is written already, with its word: `1 second`, `0.5 seconds`, `1.2 tries`."""
    return f"{written} {one if written == '1' else several or f'{one}s'}"


def noun_for(count: AnyNumber, one: str, several: str | None = None) -> str:
    """The word alone that fits a number: `call` for 1, `calls` for all others."""
    return one if count == 1 else several or f"{one}s"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: `a, b and c`, or with another word before the last of them."""
    return (
        f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
    )


def apart(words: Sequence[str]) -> list[str]:
    """The same words, no two of them alike: `Year 9 (1)` and `Year 9 (2)`."""
    told: list[str] = []
    for each in words:
        others = (f"{each} ({n})" for n in count(1))
        free = (other for other in others if other not in (*words, *told))
        told.append(next(free) if words.count(each) > 1 else each)
    return told


def shortlist(words: Sequence[str], most: int = 6) -> str:
    """The first words of a row; the rest is counted: `a, b and 3 more`."""
    rest = len(words) - most
    return listed([*words[:most], *([f"{rest} more"] if rest > 0 else [])])


def shortened(text: str, most: int = 40) -> str:
    """A text of somebody else, short enough to stand in a sentence: `abcd…`."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _decimal(value: AnyNumber) -> Decimal:
    if isinstance(value, Fraction):
        return _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _whole(value: AnyNumber) -> int:
    return int(_decimal(value).quantize(Decimal(1), context=_WIDE))


def _signed(value: AnyNumber, size: str) -> str:
    return f"−{size}" if value < 0 else size


def _rounded(value: AnyNumber, decimals: int, *, digits: int = 3) -> str:
    """The size: so many decimals from 1 up, so many digits that matter below."""
    size = abs(_decimal(value))
    places = decimals if size >= 1 or not size else digits - 1 - size.adjusted()
    return f"{size.quantize(Decimal(1).scaleb(-places), context=_WIDE):,f}"


def _with_cents(size: str) -> str:
    whole, _, decimals = size.partition(".")
    return f"${whole}.{decimals.rstrip('0').ljust(2, '0')}"


def _without_idle_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
