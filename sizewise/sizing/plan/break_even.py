"""Where two offers cost the same: the break-even in tokens, cached share or calls.

An offer's monthly cost is a straight line in each of these, but for a step where long-context rates
begin; so all is computed in exact fractions, and nothing is searched for. The cached share here is
the share that the cache really serves: the makers' minimum and steps would bend the line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, assert_never

from sizewise.ground.written import number_of
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import rates_of
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

    `fixed` is a monthly sum in US dollars that comes whatever is sent: a server, a subscription, a
    training spread over its months. Raises UsageError.
    """

    name: str
    price: Price
    input: int = 0
    answer: int = 0
    reasoning: int = 0
    cached_share: Decimal = Decimal(0)
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
    """

    points: tuple[Fraction, ...]
    cheaper: tuple[str | None, ...]
    why: str

    @property
    def at(self) -> Fraction | None:
        """The first break-even; none when there is none, and then `why` tells the reason."""
        return self.points[0] if self.points else None


def monthly_cost(offer: Offer) -> Fraction:
    """An offer's exact monthly cost in US dollars. Raises BatchUnavailable."""
    line = _line(offer, "calls_per_month", offer.input)
    return line.at(Fraction(offer.calls_per_month))


def break_even(first: Offer, second: Offer, axis: Axis, whose: Whose = "both") -> BreakEven:
    """Where two offers cost the same as one variable grows from 0.

    With `whose` the variable moves one offer only: how many reasoning tokens may one model spend
    before it loses? Raises BatchUnavailable.
    """
    pieces = tuple(_pieces(first, second, axis, whose))
    points, cheaper = _changes(pieces, first.name, second.name)
    return BreakEven(points, cheaper, _why(points, cheaper, pieces, axis))


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


def _pieces(first: Offer, second: Offer, axis: Axis, whose: Whose) -> Iterator[_Piece]:
    moved = (whose != "second", whose != "first")
    steps = sorted(_steps(first, axis, moved[0]) | _steps(second, axis, moved[1]))
    lows = [Fraction(0), *steps]
    highs = [*steps, _MOST.get(axis)]
    for low, high in zip(lows, highs, strict=True):
        sample = int(low) + 1 if axis == "input" else None
        lines = [
            _moving(offer, axis, sample) if moves else _still(offer)
            for offer, moves in zip((first, second), moved, strict=True)
        ]
        yield _Piece(low, high, lines[0] - lines[1])


def _steps(offer: Offer, axis: Axis, moves: bool) -> set[Fraction]:
    """Where a growing input meets the offer's long-context rates."""
    longer = offer.price.long_context
    return {Fraction(longer.above)} if longer and axis == "input" and moves else set()


def _still(offer: Offer) -> _Line:
    return _Line(monthly_cost(offer), Fraction(0))


def _moving(offer: Offer, axis: Axis, sample: int | None) -> _Line:
    return _line(offer, axis, offer.input if sample is None else sample)


def _line(offer: Offer, axis: Axis, input_tokens: int) -> _Line:
    """The offer's monthly cost as a line in that variable, at the rates of that input."""
    rates = rates_of(Usage(input_tokens), offer.price, batch=offer.batch)
    fresh, cached, output = (Fraction(each) for each in (rates.input, rates.cached, rates.output))
    share, fixed = Fraction(offer.cached_share), Fraction(offer.fixed)
    calls = offer.calls_per_month * _PER_TOKEN
    blend = fresh + (cached - fresh) * share
    written = offer.answer + offer.reasoning
    match axis:
        case "input":
            return _Line(fixed + calls * written * output, calls * blend)
        case "cached_share":
            start = fixed + calls * (offer.input * fresh + written * output)
            return _Line(start, calls * offer.input * (cached - fresh))
        case "calls_per_month":
            return _Line(fixed, (offer.input * blend + written * output) * _PER_TOKEN)
        case "answer" | "reasoning":
            rest = offer.reasoning if axis == "answer" else offer.answer
            return _Line(fixed + calls * (offer.input * blend + rest * output), calls * output)
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


def _why(
    points: tuple[Fraction, ...],
    cheaper: tuple[str | None, ...],
    pieces: tuple[_Piece, ...],
    axis: Axis,
) -> str:
    if len(points) > 1:
        order = ", then ".join(str(name) for name in cheaper)
        return f"The cheaper one changes {number_of(len(points), 'time')}: {order}."
    if points:
        return f"{cheaper[0]} is cheaper at first, {cheaper[1]} from the break-even on."
    if cheaper[0] is None:
        return "Both cost the same whatever it is."
    if axis == "calls_per_month" and not pieces[0].gap.start:
        return (
            f"Without a fixed sum both bills start at zero and grow straight, so {cheaper[0]} is "
            "cheaper at any number of calls."
        )
    if any(not piece.gap.slope for piece in pieces):
        return f"It costs the same on both, so {cheaper[0]} stays cheaper by the same amount."
    if axis == "cached_share":
        return f"{cheaper[0]} stays cheaper from no cache to a cache of everything."
    return f"{cheaper[0]} is cheaper at every value: the two lines meet nowhere above zero."
