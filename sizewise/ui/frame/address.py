"""Plain query parameters, checked one by one: anyone can type an address."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple

from sizewise.ground.written import grouped, plainly

TextReader = Callable[[str], Any]
"""Turns a parameter's text into a value, or raises Nonsense."""
HistoryStep = Literal["change", "choice", "never"]
"""When another value is a step of its own in the browser's history: at every change, only when a
new value is chosen and not when it goes, or never, as while somebody types or slides."""

_SHOWN = 24
NONE = "none"
"""The text of an empty choice of several."""
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2035, 12, 31)
"""The days whose prices one may ask for."""


class Nonsense(ValueError):
    """A value that cannot be; the message says what holds instead."""


def text_of(value: Any) -> str:
    """A value as it stands in an address: numbers without an exponent, nothing as an empty text."""
    if value is None:
        return ""
    return plainly(value) if type(value) is Decimal else str(value)


def as_it_is(value: Any) -> Any:
    """The value itself."""
    return value


class ParameterKind(NamedTuple):
    """How a value is read and written, how a widget holds it, and when a change is a step."""

    read: TextReader
    write: Callable[[Any], str] = text_of
    held: Callable[[Any], Any] = as_it_is
    """The value as its widget holds it."""
    taken: Callable[[Any], Any] = as_it_is
    """What a widget holds, as a value; an emptied field holds nothing."""
    step: HistoryStep = "change"


class Parameter(NamedTuple):
    """A parameter of an address."""

    spoken: str
    """How a notice names it."""
    kind: ParameterKind
    start: Any
    """Its value while nobody has asked for another."""
    always: bool = False
    """Whether it stands in the address even at its start, since another day may start elsewhere."""


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
            values[name] = parameter.kind.read(text) if text else start[name]
        except Nonsense as nonsense:
            short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            notices.append(f"The address asks for {parameter.spoken} “{short}”: {nonsense}")
    return Found(values, tuple(notices))


def starts(parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """Where each parameter starts."""
    return {name: parameter.start for name, parameter in parameters.items()}


def written(parameters: Mapping[str, Parameter], values: Mapping[str, Any]) -> dict[str, str]:
    """The texts of these values, empty where one is left out; `read` gives the values back."""
    return {name: _written(parameters[name], value) for name, value in values.items()}


def _written(parameter: Parameter, value: Any) -> str:
    left_out = value == parameter.start and not parameter.always
    return "" if left_out else parameter.kind.write(value)


def whole(least: int, most: int) -> ParameterKind:
    """A whole number within bounds."""

    def read_whole(text: str) -> int:
        sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
        plain = digits.isascii() and digits.isdigit() and len(digits) <= len(str(most)) + 1
        if not plain or not least <= int(sign + digits) <= most:
            raise Nonsense(f"write a whole number from {grouped(least)} to {grouped(most)}.")
        return int(sign + digits)

    return ParameterKind(
        read_whole, taken=lambda held: least if held is None else held, step="never"
    )


def amount(least: int, most: int, places: int) -> ParameterKind:
    """A number within bounds; a widget gives it with so many decimal places."""

    def read_amount(text: str) -> Decimal:
        try:
            found = Decimal(text) if len(text) <= len(str(most)) + 8 else Decimal("nan")
        except InvalidOperation:
            found = Decimal("nan")
        if not found.is_finite() or not least <= found <= most or "e" in text.lower():
            raise Nonsense(f"write a number from {grouped(least)} to {grouped(most)}.")
        return found

    def taken(held: float | None) -> Decimal:
        return Decimal(str(least if held is None else held)).quantize(Decimal(1).scaleb(-places))

    return ParameterKind(read_amount, held=float, taken=taken, step="never")


def text(longest: int) -> ParameterKind:
    """A short text that can be seen; an address carries no more of it than that."""

    def read_text(text: str) -> str:
        if len(text) > longest or not text.isprintable():
            raise Nonsense(f"write at most {longest} letters.")
        return text

    def write_text(text: str) -> str:
        return "".join(filter(str.isprintable, text))[:longest]

    return ParameterKind(read_text, write_text, taken=lambda held: held or "", step="never")


def one_of(names: Collection[str], missing: str, step: HistoryStep = "change") -> ParameterKind:
    """One of these names; `missing` says why another cannot be."""

    def read_one(text: str) -> str:
        if text not in names:
            raise Nonsense(missing)
        return text

    return ParameterKind(read_one, step=step)


def some_of(names: Collection[str], missing: str, most: int, too_many: str) -> ParameterKind:
    """Several of these names, or none of them, each once."""

    def read_some(text: str) -> tuple[str, ...]:
        wanted = () if text == NONE else tuple(dict.fromkeys(text.split(",")))
        if len(wanted) > most:
            raise Nonsense(too_many)
        if set(wanted) - set(names):
            raise Nonsense(missing)
        return wanted

    return ParameterKind(read_some, lambda value: ",".join(value) or NONE, list, tuple)


def day(text: str) -> date:
    """A day on which prices may be asked for. Raises Nonsense."""
    try:
        found = date.fromisoformat(text) if len(text) == len("2027-01-31") else None
    except ValueError:
        found = None
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        raise Nonsense(f"write a day such as 2027-01-31, from {FIRST_DAY.year} to {LAST_DAY.year}.")
    return found


def day_or(today: date) -> ParameterKind:
    """A day on which prices may be asked for; nothing stands for today, whichever day that is."""
    return ParameterKind(
        day,
        held=lambda value: value or today,
        taken=lambda held: None if held == today else held,
    )


def yes(text: str) -> bool:
    """Yes or no. Raises Nonsense."""
    if text not in ("yes", "no"):
        raise Nonsense("write yes or no.")
    return text == "yes"


YES = ParameterKind(yes, lambda value: "yes" if value else "no")
