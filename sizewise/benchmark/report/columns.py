"""The columns of the report: each once, as people read it and as programs do.

Programs get seconds, shares from 0 to 1 and dollars; nothing where there is no number.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from math import inf
from operator import attrgetter
from typing import Literal, NamedTuple

from sizewise.benchmark.measure import TAIL_FROM, Measure, Tail
from sizewise.benchmark.prompts import of_samples
from sizewise.benchmark.summary import Proportion, Summary
from sizewise.ground.chance import Interval
from sizewise.ground.written import dollars, grouped, listed, number, percent

NOTHING = "–"
"""What stands where there is no number."""
Timed = Literal["first", "per_token", "latency"]
"""What is timed of a reply."""
CellValue = str | int | float | Decimal | None
"""What can stand in a cell of the table; nothing where it could not be measured."""

TIMED: Mapping[Timed, str] = {
    "first": "Time to first token",
    "per_token": "Time per output token",
    "latency": "Latency",
}


class Column(NamedTuple):
    """A column of a table: its heading, what it says of a row, and its numbers for programs."""

    title: str
    said: Callable[[Summary], str]
    plain: Mapping[str, Callable[[Summary], CellValue]]


def seconds(value: float) -> str:
    """A time to the millisecond: `1.247 s`, or that it never ends."""
    return "never" if value == inf else f"{number(value, 3)} s"


def around(low: str, high: str) -> str:
    """An interval: `(1.1 s to 1.3 s)`."""
    return f"({low} to {high})"


def _share_said(share: Proportion, behind: str = "") -> str:
    if not share.of:
        return NOTHING
    low, high = share.interval
    many = f"{grouped(share.hits)} of {grouped(share.of)}{behind}"
    return f"{percent(share.share)} {around(percent(low), percent(high))}, {many}"


def _interval_said(interval: Interval | None) -> str:
    return "" if interval is None else f" {around(*map(seconds, interval))}"


def _median_said(found: Measure | None) -> str:
    return (
        NOTHING
        if found is None
        else f"{seconds(found.median)}{_interval_said(found.median_interval)}"
    )


def _tail_said(found: Tail | None, values: int) -> str:
    if found is None:
        return f"needs {TAIL_FROM} values, has {grouped(values)}"
    return f"{seconds(found.p95)}{_interval_said(found.interval)}"


def _said(value: float | None) -> str:
    return NOTHING if value is None else seconds(value)


def _share(
    name: Literal["success", "right"], title: str, behind: Callable[[Summary], str] = lambda _: ""
) -> Column:
    get: Callable[[Summary], Proportion] = attrgetter(name)
    return Column(
        title,
        lambda row: _share_said(get(row), behind(row)),
        {
            f"{name}_count": lambda row: get(row).hits,
            f"{name}_of": lambda row: get(row).of,
            f"{name}_share": lambda row: get(row).share if get(row).of else None,
            f"{name}_low": lambda row: get(row).interval.low,
            f"{name}_high": lambda row: get(row).interval.high,
        },
    )


def _count(title: str, name: str) -> Column:
    get: Callable[[Summary], int] = attrgetter(name)
    return Column(title, lambda row: grouped(get(row)), {name.rpartition(".")[2]: get})


def _pace(title: str, name: str) -> Column:
    get: Callable[[Summary], float] = attrgetter(name)
    return Column(title, lambda row: number(get(row)), {name: get})


def _money(title: str, name: Literal["per_task", "per_thousand"]) -> Column:
    def said(row: Summary) -> str:
        amount = getattr(row.spent, name)
        return NOTHING if amount is None else dollars(amount)

    def plain(row: Summary) -> CellValue:
        amount = getattr(row.spent, name)
        return None if amount is None else Decimal(amount.numerator) / amount.denominator

    return Column(title, said, {f"dollars_{name}": plain})


def _errors_said(row: Summary) -> str:
    return listed([f"{grouped(times)} {name}" for name, times in row.errors]) or NOTHING


def _errors_plain(row: Summary) -> CellValue:
    return " ".join(f"{name}={times}" for name, times in row.errors) or None


def _endings_said(row: Summary) -> str:
    if not row.success.hits:
        return NOTHING
    return row.endings.said or "none"


_ENDINGS = Column(
    "Cut, filtered or empty",
    _endings_said,
    {
        "cut": lambda row: row.endings.cut,
        "cut_thinking": lambda row: row.endings.thinking,
        "filtered": lambda row: row.endings.filtered,
        "empty": lambda row: row.endings.empty,
    },
)
_PROMPTS = Column(
    "Different prompts",
    lambda row: (
        f"{grouped(row.prompts.different)} in {grouped(row.prompts.samples)} samples"
        if row.prompts.repeated
        else grouped(row.prompts.different)
    ),
    {
        "samples": lambda row: row.prompts.samples,
        "prompts": lambda row: row.prompts.different,
        "prompts_right_of": lambda row: row.prompts.graded,
        "prompts_right_share": lambda row: float(row.prompts.right) if row.prompts.graded else None,
    },
)


OUTCOMES: tuple[Column, ...] = (
    _share("success", "Whole replies"),
    _ENDINGS,
    Column("Failures", _errors_said, {"errors": _errors_plain}),
    _share("right", "Right", lambda row: of_samples(row.prompts.graded, row.right.of)),
    _PROMPTS,
    _money("Cost of one", "per_task"),
    _money("Cost of 1,000", "per_thousand"),
    Column(
        "Price known for",
        lambda row: grouped(row.spent.priced),
        {"priced": lambda r: r.spent.priced},
    ),
)
"""Whether it worked, and what it cost."""

PACE: tuple[Column, ...] = (
    _count("Tokens in", "tokens_in"),
    _count("Tokens out", "tokens_out"),
    _count("Replies whose tokens we counted", "estimated"),
    Column("Busy", lambda row: seconds(row.busy), {"busy_seconds": attrgetter("busy")}),
    _pace("Output tokens a second", "tokens_per_second"),
    _pace("Replies a second", "requests_per_second"),
    _pace("Goodput a second", "goodput"),
)
"""How much gets done."""


def times(timed: Timed) -> tuple[Column, ...]:
    """The columns of one measure."""
    get: Callable[[Summary], Measure | None] = attrgetter(timed)

    def part(name: str) -> Callable[[Summary], CellValue]:
        return lambda row: _part(get(row), name)

    def values(row: Summary) -> int:
        found = get(row)
        return found.values if found else 0

    columns = (
        Column("Values", lambda row: grouped(values(row)), {f"{timed}_values": values}),
        Column(
            "Median",
            lambda row: _median_said(get(row)),
            {
                f"{timed}_median": part("median"),
                f"{timed}_median_low": part("median_interval.low"),
                f"{timed}_median_high": part("median_interval.high"),
            },
        ),
        Column(
            "Mean",
            lambda row: _said(found.mean if (found := get(row)) else None),
            {f"{timed}_mean": part("mean")},
        ),
        Column(
            "Standard deviation",
            lambda row: _said(found.spread if (found := get(row)) else None),
            {f"{timed}_sd": part("spread")},
        ),
        Column(
            "p95",
            lambda row: _tail_said(found.tail if (found := get(row)) else None, values(row)),
            {
                f"{timed}_p95": part("tail.p95"),
                f"{timed}_p95_low": part("tail.interval.low"),
                f"{timed}_p95_high": part("tail.interval.high"),
            },
        ),
    )
    return (*columns, _ADJUSTED) if timed == "latency" else columns


def _part(found: object, path: str) -> CellValue:
    """A number inside a measure; none where something on the way is missing."""
    for name in path.split("."):
        found = None if found is None else getattr(found, name)
    return found if isinstance(found, int | float) else None


_ADJUSTED = Column(
    "p95 with failures as endless",
    lambda row: _tail_said(row.adjusted, row.success.of),
    {"latency_adjusted_p95": lambda row: row.adjusted.p95 if row.adjusted else None},
)
