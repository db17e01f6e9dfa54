"""A cascade with a verifier: a small model answers, a check decides what a large one answers again.

Exact, on average over many calls. Whether the large model is right is taken to have nothing to do
with what the check saw.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sizewise.sizing.tokens.usage import UsageError


@dataclass(frozen=True)
class VerifiedCascade:
    """Shares from 0 to 1: how often either model is right, and what the check makes of the small.

    `caught` of its wrong answers are sent on, and `doubted` of its right ones, needlessly. Raises
    UsageError for a share that is none.
    """

    small: Fraction
    large: Fraction
    caught: Fraction
    doubted: Fraction

    def __post_init__(self) -> None:
        for field, share in vars(self).items():
            if not 0 <= share <= 1:
                raise UsageError(field, f"{field} lies between 0 and 1")

    @property
    def escalated(self) -> Fraction:
        """The share of calls that the large model answers again."""
        return (1 - self.small) * self.caught + self.small * self.doubted

    @property
    def accuracy(self) -> Fraction:
        """The share of right answers in the end."""
        return self.small * (1 - self.doubted) + self.escalated * self.large

    @property
    def recovered(self) -> Fraction | None:
        """The share of the gap between the two models that is closed; none without a gap.

        Source: I. Ong et al., RouteLLM, arXiv 2406.18665 (2024), performance gap recovered.
        """
        gap = self.large - self.small
        return (self.accuracy - self.small) / gap if gap > 0 else None

    def cost(self, small: Decimal, check: Decimal, large: Decimal) -> Fraction:
        """What a call costs on average: small model and check each time, large when sent on."""
        return Fraction(small) + Fraction(check) + self.escalated * Fraction(large)

    def pays(self, small: Decimal, check: Decimal, large: Decimal) -> bool:
        """Whether it costs less than the large model alone.

        That is so while escalated < 1 - (small + check) / large.
        """
        return self.cost(small, check, large) < large
