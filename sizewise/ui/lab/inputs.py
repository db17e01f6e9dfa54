"""What the lab is asked: every input but the prompt, to and from the address."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sizewise.ui.address import Nonsense
from sizewise.ui.address import day as read_day

Found = TypeVar("Found", bound=object)

MOST_OUTPUT = 1_000_000
"""The longest reply one may ask for, in tokens."""
MOST_CALLS = 1_000_000_000
"""The most calls a month."""
MOST_COMPARED = 8
"""How many models fit in one chart."""
MODEL = "gpt-4o-mini"
COMPARED = ("gpt-5-nano", "gpt-4o-mini", "gpt-5-mini", "gpt-5", "gpt-4o")
NAMES = {
    "model": "the model",
    "out": "tokens out of",
    "calls": "calls of",
    "cached": "a cached share of",
    "batch": "batch",
    "compare": "a comparison of",
    "on": "the prices of",
}
"""How a notice names each parameter."""
_SHOWN = 24


@dataclass(frozen=True)
class Inputs:
    """One state of the lab. `cached` is a share in percent; `output` counts tokens of one call."""

    model: str = MODEL
    output: int = 8
    calls: int = 50_000
    cached: int = 0
    batch: bool = False
    compared: tuple[str, ...] = COMPARED
    on: date | None = None
    """The day whose prices the comparison uses; none is today."""


@dataclass(frozen=True)
class Reading:
    """The inputs an address asks for, and a sentence for each value that cannot be."""

    inputs: Inputs
    notices: tuple[str, ...] = ()


def read(asked: Callable[[str], str], models: Collection[str], start: Inputs) -> Reading:
    """Read an address: `asked` gives the text of a parameter, empty when it is not there.

    Anyone can type an address, so nothing in it is trusted: what cannot be keeps the value of
    `start`, with a notice.
    """
    notices: list[str] = []

    def value(name: str, parse: Callable[[str], Found], otherwise: Found) -> Found:
        text = asked(name)
        try:
            return parse(text) if text else otherwise
        except Nonsense as nonsense:
            notices.append(f"The address asks for {NAMES[name]} “{_short(text)}”: {nonsense}")
            return otherwise

    inputs = Inputs(
        model=value("model", lambda text: _model(text, models), _known(start.model, models)),
        output=value("out", lambda text: _number(text, 0, MOST_OUTPUT), start.output),
        calls=value("calls", lambda text: _number(text, 1, MOST_CALLS), start.calls),
        cached=value("cached", lambda text: _number(text, 0, 100), start.cached),
        batch=value("batch", _yes, start.batch),
        compared=value(
            "compare", lambda text: _models(text, models), _all_known(start.compared, models)
        ),
        on=value("on", read_day, start.on),
    )
    return Reading(inputs, tuple(notices))


def written(inputs: Inputs) -> dict[str, str]:
    """The address of a state: parameter and text. `read` gives the same state back."""
    return {
        "model": inputs.model,
        "out": str(inputs.output),
        "calls": str(inputs.calls),
        "cached": str(inputs.cached),
        "batch": "yes" if inputs.batch else "no",
        "compare": ",".join(inputs.compared) or "none",
        "on": inputs.on.isoformat() if inputs.on else "",
    }


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _known(model: str, models: Collection[str]) -> str:
    return model if model in models else next(iter(models), "")


def _all_known(wanted: tuple[str, ...], models: Collection[str]) -> tuple[str, ...]:
    return tuple(model for model in wanted if model in models)


def _model(text: str, models: Collection[str]) -> str:
    if text not in models:
        raise Nonsense("the catalogue has no such model.")
    return text


def _models(text: str, models: Collection[str]) -> tuple[str, ...]:
    wanted = () if text == "none" else tuple(dict.fromkeys(text.split(",")))
    if len(wanted) > MOST_COMPARED:
        raise Nonsense(f"at most {MOST_COMPARED} models can be compared.")
    if set(wanted) - set(models):
        raise Nonsense("the catalogue does not have all of these models.")
    return wanted


def _number(text: str, least: int, most: int) -> int:
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    if not digits or not least <= int(text) <= most:
        raise Nonsense(f"write a whole number from {least:,} to {most:,}.")
    return int(text)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise Nonsense("write yes or no.")
    return text == "yes"
