"""The cascade in numbers: what the small model is unsure of goes to a large one.

The small model's answers and its confidence were measured. The large one was asked nothing: how
often it is right is an assumption, which the learner makes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from sizewise.benchmark.cascade import Asked, Cascade, Router, assumed, cascade, cascades, router
from sizewise.benchmark.classify.ladder import WayToSort
from sizewise.benchmark.summary import Proportion


@dataclass(frozen=True)
class PassedOn:
    """A cascade at a threshold. Costs are US dollars of one mail, on either model.

    `large_right` is the assumed accuracy of the large model, the same on every mail.
    """

    rung: WayToSort
    threshold: Fraction
    large_right: Fraction
    small_cost: Decimal
    large_cost: Decimal

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """The mails as the cascade counts them."""
        pairs = ((each.confidence or 0.0, each.right) for each in self.rung.answers)
        return assumed(pairs, self.large_right)

    @cached_property
    def now(self) -> Cascade:
        """What comes of the threshold."""
        return cascade(self.questions, float(self.threshold))

    @cached_property
    def steps(self) -> tuple[Cascade, ...]:
        """What comes of every threshold that makes a difference."""
        return cascades(self.questions)

    @cached_property
    def router(self) -> Router:
        """Who of the two is right, counted."""
        return router(self.questions)

    @property
    def escalated(self) -> Proportion:
        """How many mails are passed on."""
        hits = sum((each.confidence or 0.0) < self.threshold for each in self.rung.answers)
        return Proportion(hits, len(self.rung.answers))

    def cost(self, share: Fraction, mails: int) -> Decimal:
        """US dollars for so many mails when that share is passed on; the small one reads all."""
        each = Fraction(self.small_cost) + share * Fraction(self.large_cost)
        whole = each * mails
        return Decimal(whole.numerator) / Decimal(whole.denominator)

    def needed(self, wanted: Fraction) -> Cascade | None:
        """The step that passes on least and is right more often than that; none when none is."""
        return first_above(self.steps, wanted)


def first_above(steps: Sequence[Cascade], wanted: Fraction) -> Cascade | None:
    """The first of these steps that is right more often than that."""
    return next((each for each in steps if each.accuracy > wanted), None)
