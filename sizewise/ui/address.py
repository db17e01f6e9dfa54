"""Plain query parameters of a view, checked one by one: anyone can type an address."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

Reader = Callable[[str], Any]
"""Turns a parameter's text into a value, or raises Nonsense."""

_SHOWN = 24
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2035, 12, 31)
"""The days whose prices one may ask for."""


class Nonsense(ValueError):
    """A value that cannot be; the message says what holds instead."""


class Parameter(NamedTuple):
    """How a notice names a parameter, and how its text is read."""

    spoken: str
    read: Reader


class Found(NamedTuple):
    """The values of an address, and a sentence for each that cannot be."""

    values: dict[str, Any]
    notices: tuple[str, ...]


def read(
    asked: Callable[[str], str], parameters: Mapping[str, Parameter], start: Mapping[str, Any]
) -> Found:
    """Every parameter's value; one that is missing or cannot be keeps the value of `start`."""
    values, notices = dict(start), []
    for name, parameter in parameters.items():
        text = asked(name)
        try:
            values[name] = parameter.read(text) if text else start[name]
        except Nonsense as nonsense:
            short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            notices.append(f"The address asks for {parameter.spoken} “{short}”: {nonsense}")
    return Found(values, tuple(notices))


def written(values: Mapping[str, Any]) -> dict[str, str]:
    """The address of these values; `read` gives them back."""
    return {name: text_of(value) for name, value in values.items()}


def text_of(value: Any) -> str:
    """A value as it stands in an address, numbers without an exponent."""
    return f"{value:f}" if type(value) is Decimal else str(value)


def whole(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read_whole(text: str) -> int:
        sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
        plain = digits.isascii() and digits.isdigit() and len(digits) <= len(str(most)) + 1
        if not plain or not least <= int(sign + digits) <= most:
            raise Nonsense(f"write a whole number from {least:,} to {most:,}.")
        return int(sign + digits)

    return read_whole


def amount(least: int, most: int) -> Reader:
    """A number within bounds, with a point where it has a fraction."""

    def read_amount(text: str) -> Decimal:
        try:
            found = Decimal(text) if len(text) <= len(str(most)) + 8 else Decimal("nan")
        except InvalidOperation:
            found = Decimal("nan")
        if not found.is_finite() or not least <= found <= most or "e" in text.lower():
            raise Nonsense(f"write a number from {least:,} to {most:,}.")
        return found

    return read_amount


def one_of(names: Collection[str], missing: str) -> Reader:
    """One of these names; `missing` says why another cannot be."""

    def read_one(text: str) -> str:
        if text not in names:
            raise Nonsense(missing)
        return text

    return read_one


def day(text: str) -> date:
    """A day on which prices may be asked for."""
    try:
        found = date.fromisoformat(text) if len(text) == len("2027-01-31") else None
    except ValueError:
        found = None
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        raise Nonsense(f"write a day such as 2027-01-31, from {FIRST_DAY.year} to {LAST_DAY.year}.")
    return found
