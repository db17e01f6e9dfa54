"""Where two offers cost the same: the break-even in tokens, cached share or calls.

An offer's monthly cost is a straight line in each of these, but for steps where long-context rates
begin and where a cache serves more; so all is computed in exact fractions, and nothing is searched
for. A cache serves what `cacheable` says, as in a plan. Only while the input grows, its steps of
128 tokens are smoothed, or two offers would change places a dozen times around one break-even.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal, assert_never

from sizewise.ground.written import grouped, listed, number_of, percent
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import rates_of
from sizewise.sizing.cost.workload import CACHE_FROM, CACHE_STEP, cacheable
from sizewise.sizing.tokens.usage import Usage, UsageError

Axis = Literal["input", "answer", "reasoning", "cached_share", "calls_per_month"]
"""What may vary."""

Whose = Literal["both", "first", "second"]
"""Whether the variable moves both offers, or one while the other stays as it is."""

_PER_TOKEN = Fraction(1, 1_000_000)
_MOST: Mapping[Axis, Fraction] = {"cached_share": Fraction(1)}


@dataclass(frozen=True)
class Offer:
    """A model at a price with what one call uses there, in tokens; `answer` is visible output.

    `cached_share` (0 to 1) is the part of the input, from its start, that every call repeats.
    `fixed` is a monthly sum in US dollars that comes whatever is sent: a server, a subscription, a
    training spread over its months. Raises UsageError.
    """

    name: str
    price: Price
    input: int = 0
    answer: int = 0
    reasoning: int = 0
    cached_share: Decimal | Fraction = Decimal(0)
    calls_per_month: int = 1
    fixed: Decimal = Decimal(0)
    batch: bool = False

    def __post_init__(self) -> None:
        for field in ("input", "answer", "reasoning", "calls_per_month", "fixed"):
            if not getattr(self, field) >= 0:
                raise UsageError(field, f"{field} cannot be negative")
        if not 0 <= self.cached_share <= 1:
            raise UsageError("cached_share", "the cached share lies between 0 and 1")


@dataclass(frozen=True)
class BreakEven:
    """Where the cheaper offer changes, and which one is cheaper before, between and after.

    `points` are values of the variable, smallest first; `cheaper` has one name more than there are
    points, or a single none when both always cost the same. `why` says it in a sentence.
    `undecided` are spans of a growing input, smallest first, in which a cache's steps of 128 tokens
    are larger than the gap, so that either may be the cheaper one; without an end it goes on.
    """

    points: tuple[Fraction, ...]
    cheaper: tuple[str | None, ...]
    why: str
    undecided: tuple[tuple[Fraction, Fraction | None], ...] = ()

    @property
    def at(self) -> Fraction | None:
        """The first break-even; none when there is none, and then `why` tells the reason."""
        return self.points[0] if self.points else None


def monthly_cost(offer: Offer) -> Fraction:
    """An offer's exact monthly cost in US dollars. Raises BatchUnavailable."""
    line = _line(offer, "calls_per_month", Fraction(0))
    return line.at(Fraction(offer.calls_per_month))


def break_even(first: Offer, second: Offer, axis: Axis, whose: Whose = "both") -> BreakEven:
    """Where two offers cost the same as one variable grows from 0.

    With `whose` the variable moves one offer only: how many reasoning tokens may one model spend
    before it loses? Raises BatchUnavailable.
    """
    moved = (whose != "second", whose != "first")
    pieces = tuple(_pieces(first, second, axis, moved))
    names = (first.name, second.name)
    points, cheaper = _changes(pieces, *names)
    spans = _undecided(first, second, moved, pieces) if axis == "input" else ()
    return BreakEven(points, cheaper, _why(points, cheaper, pieces, axis, names), spans)


@dataclass(frozen=True)
class _Line:
    start: Fraction
    slope: Fraction

    def at(self, value: Fraction) -> Fraction:
        return self.start + self.slope * value

    def __sub__(self, other: "_Line") -> "_Line":
        return _Line(self.start - other.start, self.slope - other.slope)


@dataclass(frozen=True)
class _Piece:
    """The difference of two offers from `low` up to `high`; without a `high` it goes on for ever.

    A piece holds after its `low` (the first one at 0, too) and up to its `high` included.
    """

    low: Fraction
    high: Fraction | None
    gap: _Line


def _pieces(first: Offer, second: Offer, axis: Axis, moved: tuple[bool, bool]) -> Iterator[_Piece]:
    steps = sorted(_steps(first, axis, moved[0]) | _steps(second, axis, moved[1]))
    lows = [Fraction(0), *steps]
    highs = [*steps, _MOST.get(axis)]
    for low, high in zip(lows, highs, strict=True):
        lines = [
            _line(offer, axis, low) if moves else _still(offer)
            for offer, moves in zip((first, second), moved, strict=True)
        ]
        yield _Piece(low, high, lines[0] - lines[1])


def _steps(offer: Offer, axis: Axis, moves: bool) -> set[Fraction]:
    """Where a growing input or share meets other rates, or more that the cache serves."""
    if not moves:
        return set()
    match axis:
        case "input":
            longer = offer.price.long_context
            rates = {Fraction(longer.above)} if longer else set()
            return rates | ({_before_cache(offer)} if offer.cached_share else set())
        case "cached_share":
            served = range(CACHE_FROM, offer.input + 1, CACHE_STEP)
            return {Fraction(tokens, offer.input) for tokens in served}
        case "answer" | "reasoning" | "calls_per_month":
            return set()
        case _:
            assert_never(axis)


def _before_cache(offer: Offer) -> Fraction:
    """The longest input of which a cache serves nothing yet."""
    return Fraction(ceil(CACHE_FROM / Fraction(offer.cached_share)) - 1)


def _still(offer: Offer) -> _Line:
    return _Line(monthly_cost(offer), Fraction(0))


def _line(offer: Offer, axis: Axis, low: Fraction) -> _Line:
    """The offer's monthly cost as a line in that variable, in the piece that begins at `low`."""
    longest = int(low) + 1 if axis == "input" else offer.input
    rates = rates_of(Usage(longest), offer.price, batch=offer.batch)
    fresh, cached, output = (Fraction(each) for each in (rates.input, rates.cached, rates.output))
    share = low if axis == "cached_share" else Fraction(offer.cached_share)
    sent = offer.input * fresh + cacheable(offer.input, share) * (cached - fresh)
    written = (offer.answer + offer.reasoning) * output
    fixed, calls = Fraction(offer.fixed), offer.calls_per_month * _PER_TOKEN
    match axis:
        case "input":
            served = share if share and low >= _before_cache(offer) else Fraction(0)
            return _Line(fixed + calls * written, calls * (fresh + (cached - fresh) * served))
        case "cached_share":
            return _Line(fixed + calls * (sent + written), Fraction(0))
        case "calls_per_month":
            return _Line(fixed, (sent + written) * _PER_TOKEN)
        case "answer" | "reasoning":
            rest = offer.reasoning if axis == "answer" else offer.answer
            return _Line(fixed + calls * (sent + rest * output), calls * output)
        case _:
            assert_never(axis)


def _changes(
    pieces: tuple[_Piece, ...], first: str, second: str
) -> tuple[tuple[Fraction, ...], tuple[str | None, ...]]:
    """Every value at which the sign of the gap changes, and who is cheaper around them."""
    names = {-1: first, 1: second}
    points: list[Fraction] = []
    signs: list[int] = []
    for start, sign in _runs(pieces):
        if sign and (not signs or sign != signs[-1]):
            points += [start] if signs else []
            signs.append(sign)
    return tuple(points), tuple(names[sign] for sign in signs) or (None,)


def _runs(pieces: tuple[_Piece, ...]) -> Iterator[tuple[Fraction, int]]:
    """From where on the gap has which sign, inside each piece."""
    for piece in pieces:
        root = _root(piece)
        yield piece.low, _sign(piece, piece.low, root if root is not None else piece.high)
        if root is not None:
            yield root, _sign(piece, root, piece.high)


def _root(piece: _Piece) -> Fraction | None:
    if not piece.gap.slope:
        return None
    root = -piece.gap.start / piece.gap.slope
    inside = piece.low < root and (piece.high is None or root < piece.high)
    return root if inside else None


def _sign(piece: _Piece, low: Fraction, high: Fraction | None) -> int:
    middle = low + 1 if high is None else (low + high) / 2
    gap = piece.gap.at(middle)
    return (gap > 0) - (gap < 0)


def _merged(pieces: tuple[_Piece, ...]) -> list[tuple[Fraction, int]]:
    """From where on who is cheaper, each for as long as it lasts; 0 is neither."""
    told: list[tuple[Fraction, int]] = []
    for start, sign in _runs(pieces):
        if not told or told[-1][1] != sign:
            told.append((start, sign))
    return told


def _why(
    points: tuple[Fraction, ...],
    cheaper: tuple[str | None, ...],
    pieces: tuple[_Piece, ...],
    axis: Axis,
    names: tuple[str, str],
) -> str:
    runs = _merged(pieces)
    if cheaper[0] is None:
        return "Both cost the same whatever it is."
    if any(not sign for _, sign in runs):
        return _in_order(runs, axis, names)
    if len(points) > 1:
        order = ", then ".join(str(name) for name in cheaper)
        return f"The cheaper one changes {number_of(len(points), 'time')}: {order}."
    if points:
        return f"{cheaper[0]} is cheaper at first, {cheaper[1]} from the break-even on."
    return _never(cheaper[0], pieces, axis)


def _in_order(runs: list[tuple[Fraction, int]], axis: Axis, names: tuple[str, str]) -> str:
    """Who is cheaper up to where, with the values at which neither is."""
    ends = [f" up to {_written(start, axis)}" for start, _ in runs[1:]]
    told = [
        (f"{names[sign > 0]} is cheaper" if sign else "both cost the same") + end
        for (_, sign), end in zip(runs, [*ends, ""], strict=True)
    ]
    sentence = ", then ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _written(value: Fraction, axis: Axis) -> str:
    return percent(value) if axis == "cached_share" else grouped(round(value))


def _never(cheaper: str, pieces: tuple[_Piece, ...], axis: Axis) -> str:
    """Why the cheaper one never changes."""
    if axis == "calls_per_month" and not pieces[0].gap.start:
        return (
            f"Without a fixed sum both bills start at zero and grow straight, so {cheaper} is "
            "cheaper at any number of calls."
        )
    if axis == "cached_share" and len(pieces) == 1:
        return (
            f"A cache starts at {grouped(CACHE_FROM)} repeated tokens, and so many are not sent, "
            f"so {cheaper} stays cheaper by the same amount."
        )
    if len({piece.gap for piece in pieces}) == 1 and not pieces[0].gap.slope:
        return f"It adds the same to both bills, so {cheaper} stays cheaper by the same amount."
    if axis == "cached_share":
        return f"{cheaper} stays cheaper from no cache to a cache of everything."
    met = [each.high for each in pieces if each.high is not None and not each.gap.at(each.high)]
    if met:
        where = listed([_written(value, axis) for value in met])
        return f"{cheaper} is cheaper at every value but {where}, where both cost the same."
    if not pieces[0].gap.start:
        return f"Both cost the same at zero, and {cheaper} is cheaper at every value above it."
    return f"{cheaper} is cheaper at every value: the two lines meet nowhere above zero."


def _undecided(
    first: Offer, second: Offer, moved: tuple[bool, bool], pieces: tuple[_Piece, ...]
) -> tuple[tuple[Fraction, Fraction | None], ...]:
    """Where the smoothed steps of a cache are larger than the gap between the two lines.

    A cache serves up to one step less than the smoothed line has, which adds to that bill.
    """
    spans: list[tuple[Fraction, Fraction | None]] = []
    for piece in pieces:
        saws = [
            _saw(offer, piece.low) if moves else Fraction(0)
            for offer, moves in zip((first, second), moved, strict=True)
        ]
        together = first.cached_share == second.cached_share
        ends = {Fraction(0), saws[0] - saws[1]} if together else {saws[0], -saws[1]}
        for low, high in _between(piece, -max(ends), -min(ends)):
            beside = spans and spans[-1][1] == low
            spans.append((spans.pop()[0] if beside else low, high))
    return tuple(spans)


def _saw(offer: Offer, low: Fraction) -> Fraction:
    """What one step of the cache less adds to a month, in US dollars."""
    if not offer.cached_share or low < _before_cache(offer):
        return Fraction(0)
    rates = rates_of(Usage(int(low) + 1), offer.price, batch=offer.batch)
    step = Fraction(rates.input) - Fraction(rates.cached)
    return CACHE_STEP * step * offer.calls_per_month * _PER_TOKEN


def _between(
    piece: _Piece, least: Fraction, most: Fraction
) -> Iterator[tuple[Fraction, Fraction | None]]:
    """The part of a piece in which the gap lies between two amounts."""
    if least == most:
        return
    if not piece.gap.slope:
        if least <= piece.gap.start <= most:
            yield piece.low, piece.high
        return
    ends = sorted((amount - piece.gap.start) / piece.gap.slope for amount in (least, most))
    low = max(piece.low, ends[0])
    high = ends[1] if piece.high is None else min(piece.high, ends[1])
    if low < high:
        yield low, high
