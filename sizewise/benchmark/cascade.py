"""A small model answers first; what it is unsure of goes to a large one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

_SURER_THAN_ANY = 2.0


class Asked(NamedTuple):
    """One question: how sure the small model was (0 to 1), and who of the two was right."""

    confidence: float
    small_right: bool
    large_right: bool


@dataclass(frozen=True)
class Cascade:
    """What comes of passing on whatever the small model is less sure of than `threshold`.

    `asked` questions, of which `escalated` were passed on and `right` came out right in the end.
    """

    threshold: float
    asked: int
    escalated: int
    right: int

    @property
    def share(self) -> Fraction:
        """The share that was passed on."""
        return Fraction(self.escalated, self.asked)

    @property
    def accuracy(self) -> Fraction:
        """The share of right answers in the end."""
        return Fraction(self.right, self.asked)

    def cost(self, small: Decimal, large: Decimal) -> Fraction:
        """What one question costs on average, in the currency of one call of either model.

        The small model is paid for each, the large one besides for what is passed on.
        """
        return Fraction(small) + self.share * Fraction(large)


@dataclass(frozen=True)
class Router:
    """Two models at the same questions, in counts: what any way of choosing between them can do."""

    both: int
    large_only: int
    small_only: int
    neither: int

    @property
    def asked(self) -> int:
        """All questions."""
        return self.both + self.large_only + self.small_only + self.neither

    @property
    def small(self) -> Fraction:
        """The small model's accuracy alone."""
        return Fraction(self.both + self.small_only, self.asked)

    @property
    def large(self) -> Fraction:
        """The large model's accuracy alone."""
        return Fraction(self.both + self.large_only, self.asked)

    def random(self, share: Fraction) -> Fraction:
        """The accuracy to expect when chance picks what is passed on."""
        return self.small + share * (self.large - self.small)

    def perfect(self, share: Fraction) -> Fraction:
        """The accuracy of a router that knows who will be right: no router does better.

        It passes on first what only the large model gets right, last what only the small one does.
        """
        gained = min(share, Fraction(self.large_only, self.asked))
        harmless = 1 - Fraction(self.small_only, self.asked)
        return self.small + gained - max(Fraction(0), share - harmless)

    def recovered(self, accuracy: Fraction) -> Fraction | None:
        """The share of the gap between the models that an accuracy recovers: 0 small, 1 large.

        None when the large model is no better. Source: I. Ong et al., RouteLLM, arXiv 2406.18665
        (2024), there called performance gap recovered.
        """
        gap = self.large - self.small
        return (accuracy - self.small) / gap if gap > 0 else None


def assumed(small: Iterable[tuple[float, bool]], large: Fraction) -> tuple[Asked, ...]:
    """Questions that nobody put to the large model: it is taken to be right as often on each.

    `small` tells of each how sure the small model was and whether it was right. A question stands
    there once for every part of the assumed accuracy: 19/20 makes twenty of it, and the large model
    has nineteen right. So every share and accuracy is the one to expect.
    """
    return tuple(
        Asked(confidence, right, part < large.numerator)
        for confidence, right in small
        for part in range(large.denominator)
    )


def router(questions: Iterable[Asked]) -> Router:
    """Who was right, counted."""
    pairs = [(each.large_right, each.small_right) for each in questions]
    ways = ((True, True), (True, False), (False, True), (False, False))
    return Router(*(pairs.count(way) for way in ways))


def cascade(questions: Sequence[Asked], threshold: float) -> Cascade:
    """What comes of one threshold. Raises ValueError without a question."""
    if not questions:
        raise ValueError("there is no question to pass on")
    passed = [each for each in questions if each.confidence < threshold]
    kept = [each for each in questions if each.confidence >= threshold]
    right = sum(each.large_right for each in passed) + sum(each.small_right for each in kept)
    return Cascade(threshold, len(questions), len(passed), right)


def cascades(questions: Sequence[Asked]) -> tuple[Cascade, ...]:
    """One for each threshold that makes a difference, from all kept to all passed on.

    Raises ValueError without a question.
    """
    sure = sorted({each.confidence for each in questions})
    return tuple(cascade(questions, threshold) for threshold in (*sure, _SURER_THAN_ANY))
