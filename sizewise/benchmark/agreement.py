"""How far raters agree, beyond what luck would do: Krippendorff's alpha and Fleiss' kappa.

A unit is what was rated, such as one answer: the values that its raters gave, one each. Who gave
which makes no difference to either measure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

Value = Fraction | int
"""A rating. For categories any number stands for each."""
Units = Sequence[Sequence[Value]]
"""The values of each unit."""
MeasurementLevel = Literal["nominal", "ordinal", "interval"]
"""What a value tells: only which, also which is more, or also by how much."""
Strength = Literal["none", "slight", "fair", "moderate", "substantial", "almost perfect"]
"""How good an agreement is, in a word."""

_Counts = Mapping[Value, Fraction]
_Distance = Callable[[Value, Value, _Counts], Fraction]


def alpha(units: Units, level: MeasurementLevel) -> Fraction | None:
    """Krippendorff's alpha: 1 all agree, 0 as luck would have it, below 0 worse than that.

    Units with a single value say nothing about agreement and are left out, so a missing rating is
    no fault. None when no unit has two values, or all values are the same: nothing could differ.
    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
    """
    pairs = _coincidences(units)
    counts: defaultdict[Value, Fraction] = defaultdict(Fraction)
    for (one, _), weight in pairs.items():
        counts[one] += weight
    total, distance = sum(counts.values(), Fraction()), DISTANCES[level]
    seen = sum((w * distance(c, k, counts) for (c, k), w in pairs.items()), Fraction())
    luck = sum(
        (counts[c] * counts[k] * distance(c, k, counts) for c in counts for k in counts), Fraction()
    )
    return 1 - (total - 1) * seen / luck if luck else None


def _coincidences(units: Units) -> Mapping[tuple[Value, Value], Fraction]:
    """How often two raters of one unit gave these two values, each rater weighing the same."""
    pairs: defaultdict[tuple[Value, Value], Fraction] = defaultdict(Fraction)
    for unit in units:
        given = Counter(unit)
        for one, times in given.items():
            for other, often in given.items():
                ways = times * (often - (one == other))
                if ways:
                    pairs[one, other] += Fraction(ways, len(unit) - 1)
    return pairs


def _nominal(one: Value, other: Value, _: _Counts) -> Fraction:
    return Fraction(one != other)


def _interval(one: Value, other: Value, _: _Counts) -> Fraction:
    return Fraction(one - other) ** 2


def _ordinal(one: Value, other: Value, counts: _Counts) -> Fraction:
    """The squared number of values from one to the other, half of those at either end."""
    low, high = min(one, other), max(one, other)
    between = sum((n for value, n in counts.items() if low <= value <= high), Fraction())
    return (between - (counts[one] + counts[other]) / 2) ** 2


DISTANCES: Mapping[MeasurementLevel, _Distance] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
}


def kappa(table: Sequence[Sequence[int]]) -> Fraction | None:
    """Fleiss' kappa of a table: a row for each unit, how many raters chose each category.

    None when all ratings fall into one category. Raises ValueError unless every unit has the same
    number of raters, at least two. Source: J. L. Fleiss, Psychological Bulletin 76 (1971), 378-382.
    """
    raters = {sum(row) for row in table}
    if len(raters) != 1 or min(raters) < 2:
        raise ValueError("every unit needs the same number of raters, at least two")
    [each] = raters
    agreeing = sum(times * (times - 1) for row in table for times in row)
    seen = Fraction(agreeing, len(table) * each * (each - 1))
    shares = [Fraction(sum(column), len(table) * each) for column in zip(*table, strict=True)]
    luck = sum((share**2 for share in shares), Fraction())
    return (seen - luck) / (1 - luck) if luck != 1 else None


def tabled(units: Units) -> list[list[int]]:
    """The table of categories that `kappa` takes, the categories in their order."""
    categories = sorted({value for unit in units for value in unit})
    return [[list(unit).count(category) for category in categories] for unit in units]


_STRENGTHS: Sequence[tuple[Strength, Fraction]] = (
    ("slight", Fraction(0)),
    ("fair", Fraction(1, 5)),
    ("moderate", Fraction(2, 5)),
    ("substantial", Fraction(3, 5)),
    ("almost perfect", Fraction(4, 5)),
)


def strength(agreement: Fraction) -> Strength:
    """The word for an agreement. The words are a custom, not a law: say the number with it.

    Source: J. R. Landis and G. G. Koch, Biometrics 33 (1977), 159-174; each band begins above the
    end of the one before it, so 0.20 is slight and 0.21 fair.
    """
    found: Strength = "none"
    for word, above in _STRENGTHS:
        if agreement > above:
            found = word
    return found


def reliable(agreement: Fraction) -> bool:
    """Whether conclusions may rest on it, by Krippendorff's custom: alpha of 0.8 or more."""
    return agreement >= Fraction(4, 5)
