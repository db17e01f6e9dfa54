"""Options that several commands have, and what may be written behind them."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from sizewise import ROOT
from sizewise.ground.written import grouped, shortened

if TYPE_CHECKING:
    from sizewise.sizing.catalogue.catalog import ModelProfile

Wrapped = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What gives a command one more option."""

_MOST = 10**15  # up to here no digit of a cost is lost


def number_option(option: str, meaning: str, start: str = "0") -> Wrapped:
    """An option that takes a whole number from 0."""
    return click.option(option, callback=_whole, default=start, metavar="N", help=meaning)


def whole_number(least: int, most: int, such_as: str) -> click.ParamType[float]:
    """The type of an option that takes a whole number within bounds."""
    return _Ranged("whole number", int, least, most, such_as)


def seconds(most: int) -> click.ParamType[float]:
    """The type of an option that takes seconds, with a part of one."""
    return _Ranged("number of seconds", float, 0, most, "0.5")


class _Ranged(click.ParamType[float]):
    """Refuses in the words of `number_option`: click's own are those of its types."""

    name = "number"

    def __init__(
        self, called: str, read: Callable[[str], float], least: int, most: int, such_as: str
    ) -> None:
        self.called, self.read, self.least, self.most = called, read, least, most
        self.such_as = such_as

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            found = self.read(value)
        except ValueError:
            found = math.nan
        if not self.least <= found <= self.most:
            what = f"{shortened(str(value))!r} is no {self.called} from {grouped(self.least)} to "
            self.fail(f"{what}{grouped(self.most)}; write one such as {self.such_as}.", param, ctx)
        return found


def day_option(meaning: str) -> Wrapped:
    """`--at DATE`; none when it is left out, which stands for today."""
    return click.option("--at", callback=_day, metavar="DATE", help=meaning)


model_option = click.option(
    "--model", "model_id", required=True, metavar="M", help="A model of the catalogue, by its id."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def profile_of(model_id: str) -> "ModelProfile":
    """The model behind `--model`."""
    from sizewise.library.catalogue import open_catalogue
    from sizewise.sizing.catalogue.catalog import ModelUnknown

    try:
        return open_catalogue(ROOT).model(model_id)
    except ModelUnknown as error:
        more = "" if "did you mean" in str(error) else "; the command `models` lists them all"
        raise click.BadParameter(f"{error}{more}", param_hint="'--model'") from None


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


def _day(_ctx: click.Context, _param: click.Parameter, word: str | None) -> date | None:
    try:
        return date.fromisoformat(word) if word is not None else None
    except ValueError:
        raise click.BadParameter(
            f"{shortened(word or '')!r} is no day; write one such as 2026-11-21."
        ) from None


def _whole(_ctx: click.Context, _param: click.Parameter, word: str) -> int:
    digits = word.lstrip("0") or word[-1:]
    whole = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_MOST))
    if not whole or int(digits) > _MOST:
        what = f"{shortened(word)!r} is no whole number from 0 to {grouped(_MOST)}"
        raise click.BadParameter(f"{what}; write one such as 1200.")
    return int(digits)
