"""The rows of the board: who, measured where and when, and at which price."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.board import BoardRow, board_row
from sizewise.ground.written import day_words, number_of
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.plan.providers import machine_cost
from sizewise.ui import session
from sizewise.ui.board.asked import LIVE
from sizewise.ui.board.measuring import RunningMeasurement, measurements
from sizewise.ui.board.recorded_rows import ROWS, Arrangement, recorded_rows

CALLS = 1000
"""The price is that of so many calls."""


class Entry(NamedTuple):
    """A row as the page shows it."""

    name: str
    """In the address."""
    title: str
    where: str
    """Where and when it was measured."""
    row: BoardRow
    price: Fraction | None
    """Dollars for `CALLS` such calls; none where nobody knows."""
    live: bool


def entries(hourly: Decimal, price: Price | None) -> tuple[Entry, ...]:
    """All rows there are: recorded ones, then those measured in this tab."""
    found = [_recorded(name, row, hourly) for name, row in recorded_rows().items()]
    for name, running in measured().items():
        row = board_row(running.trials)
        if row is not None:
            cost = tokens_cost(row, price) if "endpoint" in name else hour_cost(row, hourly)
            found.append(Entry(name, running.title, "here and now", row, cost, live=True))
    return tuple(found)


def measured() -> Mapping[str, RunningMeasurement]:
    """What this tab has measured or is measuring, by the row's name."""
    held = ((name, measurements().get(session.get(slot(name)) or "")) for name in LIVE)
    return {name: running for name, running in held if running is not None}


def slot(name: str) -> str:
    """The key under which a tab remembers a row's measurement."""
    return f"board_measured_{name}"


def title_of(arrangement: Arrangement) -> str:
    """How the board calls a way to run the local model."""
    cache = "with a cache" if arrangement.cache else "no cache"
    return f"Local model, {number_of(arrangement.cores, 'core')}, {cache}"


def _recorded(name: str, row: BoardRow, hourly: Decimal) -> Entry:
    where = f"recorded {day_words(row.day)}"
    return Entry(name, title_of(ROWS[name]), where, row, hour_cost(row, hourly), live=False)


def hour_cost(row: BoardRow, hourly: Decimal) -> Fraction | None:
    """What the calls cost on a machine by the hour."""
    return None if row.seconds is None else CALLS * machine_cost(row.seconds, hourly)


def tokens_cost(row: BoardRow, price: Price | None) -> Fraction | None:
    """What the calls cost by their tokens, all input at the full rate."""
    if price is None:
        return None
    rates = (Fraction(price.input), Fraction(price.output))
    each = row.tokens_in * rates[0] + row.tokens_out * rates[1]
    return CALLS * each / 1_000_000


def _by_price(each: Entry) -> Fraction | float:
    return float("inf") if each.price is None else each.price


def _by_speed(each: Entry) -> Fraction | float:
    return float("inf") if each.row.speed is None else -each.row.speed


def _by_success(each: Entry) -> Fraction:
    return -Fraction(each.row.success.hits, each.row.success.of)


_KEYS: Mapping[str, Callable[[Entry], Fraction | float]] = {
    "price": _by_price,
    "speed": _by_speed,
    "success": _by_success,
}


def ordered(found: Iterable[Entry], by: str) -> tuple[Entry, ...]:
    """The rows in that order; of equals the quicker first."""
    return tuple(sorted(found, key=lambda each: (_KEYS[by](each), _by_speed(each))))
