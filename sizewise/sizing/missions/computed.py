"""What is right in a mission, computed from the catalogue. The quiz's kinds ask for it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

AnswerForm = Literal["one", "several", "number"]
"""Whether one candidate is right, or several of them, or a number is to be found."""

NEAR = Decimal("0.01")
"""An answer this near, as a share of the right number, counts as right: rounding is no mistake."""


@dataclass(frozen=True)
class Candidate:
    """Something that may be right: whether it is, and why, with its numbers."""

    id: str
    name: str
    right: bool
    why: str


@dataclass(frozen=True)
class Slip:
    """A wrong number that a known mistake leads to, and what to say about it."""

    value: Decimal
    why: str


@dataclass(frozen=True)
class Computed:
    """What is right at a day's prices."""

    asked: AnswerForm
    sums: tuple[str, ...]
    """The lines of arithmetic that lead there; none where the candidates' reasons say them all."""
    candidates: tuple[Candidate, ...] = ()
    """All there are, where candidates are asked for."""
    value: Decimal | None = None
    """The number, where one is asked for."""
    unit: str = ""
    """What the number counts."""
    slips: tuple[Slip, ...] = ()
    tolerance: Decimal = NEAR
    """Largest accepted distance, as a share of the number."""
    margin: Decimal | None = None
    """How far the closest comparison was from a tie, as a share; none where nothing is compared."""
