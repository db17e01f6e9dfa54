"""How far a share seen in a sample can be from the true one."""

from math import sqrt
from statistics import NormalDist
from typing import Literal, NamedTuple

from sizewise.ground.written import grouped

SURE = 0.95
"""How sure an interval is, unless it says otherwise."""


class Interval(NamedTuple):
    """Two values, of a share or of a measure, between which the true one lies."""

    low: float
    high: float


def wilson(right: int, of: int, sure: float = SURE) -> Interval:
    """Wilson's score interval of a share, without a correction for continuity.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212, as
    method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. Without a trial nothing
    is known: 0 to 1. Raises ValueError when more are right than were tried.
    """
    if not 0 <= right <= of:
        raise ValueError(f"{grouped(right)} right of {grouped(of)} cannot be")
    if not of:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + sure) / 2)
    share, weight = right / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    half = z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    # Exact ends where the formula gives 0 or 1: floating point leaves dust there.
    low = max(0.0, middle - half) if right else 0.0
    return Interval(low, min(1.0, middle + half) if right < of else 1.0)


Proof = Literal["none", "above", "below", "open"]
"""What a test proves about a bar: nothing was tested, above it, below it, or not yet clear."""


def proof(right: int, of: int, bar: float) -> Proof:
    """Whether a sample puts the true share above a bar (0 to 1), below it, or neither."""
    if not of:
        return "none"
    low, high = wilson(right, of)
    if low >= bar:
        return "above"
    return "below" if high < bar else "open"
