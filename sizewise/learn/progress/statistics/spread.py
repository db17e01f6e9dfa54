"""How marks spread, and how two rows of marks go together. Samples: divided by n - 1."""

from collections.abc import Sequence
from math import fsum

Marks = Sequence[float]
"""One mark for each learner, in the same order everywhere."""
LEAST_SPREAD = 1e-12
"""A variance below this is none: it is what rounding leaves of equal marks."""


def mean(marks: Marks) -> float:
    """The mean; there is at least one mark."""
    return fsum(marks) / len(marks)


def covariance(one: Marks, other: Marks) -> float:
    """The sample's covariance; there are at least two marks."""
    one_mean, other_mean = mean(one), mean(other)
    products = ((a - one_mean) * (b - other_mean) for a, b in zip(one, other, strict=True))
    found = fsum(products) / (len(one) - 1)
    return found if abs(found) > LEAST_SPREAD else 0.0


def variance(marks: Marks) -> float:
    """The sample's variance; there are at least two marks."""
    return covariance(marks, marks)


def moment(marks: Marks, power: int) -> float:
    """The central moment of the marks themselves: divided by n."""
    middle = mean(marks)
    return fsum((mark - middle) ** power for mark in marks) / len(marks)
