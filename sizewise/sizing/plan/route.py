"""Which calls a small model keeps and which a large one gets: errors against cost, as recorded."""

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Annotated, NamedTuple

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.source import Source

Questions = Annotated[int, Field(ge=0)]
"""A number of questions."""


class Subject(Shape):
    """Questions of one subject that two models answered, by who was right."""

    name: str
    """The subject."""
    both: Questions
    """Both models were right."""
    large_only: Questions
    """Only the large model was right."""
    small_only: Questions
    """Only the small model was right."""
    neither: Questions
    """Both were wrong."""

    @property
    def questions(self) -> int:
        """All questions of the subject."""
        return self.both + self.large_only + self.small_only + self.neither

    @property
    def gain(self) -> Fraction:
        """The share of right answers that the large model adds; below 0 when it does worse."""
        return Fraction(self.large_only - self.small_only, max(1, self.questions))


class LeftOut(Shape):
    """A subject that was recorded and does not count."""

    name: str
    """The subject."""
    why: str
    """The reason, as part of a sentence."""


class PairedTrials(Shape):
    """One file of content/runs: the same questions put to a small and to a large model."""

    test: str
    """The set of questions."""
    small: str
    """The small model."""
    large: str
    """The large model."""
    source: Source
    """Where the answers were published."""
    licence: str
    """Under which licence."""
    changed: str
    """What was made of the published answers, in a sentence."""
    left_out: tuple[LeftOut, ...] = ()
    """Subjects that do not count, with the reason."""
    subjects: tuple[Subject, ...] = Field(min_length=2)
    """The counts, subject by subject."""

    @property
    def questions(self) -> int:
        """All questions that count."""
        return sum(subject.questions for subject in self.subjects)


class Route(NamedTuple):
    """Some subjects go to the large model: how many, and what comes of it, in questions."""

    passed: int
    """Subjects that the large model gets."""
    kept: int
    """Questions that the small model answers."""
    wrong: int
    """Wrong answers of both together."""
    questions: int
    """All questions."""

    @property
    def kept_share(self) -> Fraction:
        """The share of calls that the small model keeps."""
        return Fraction(self.kept, self.questions)

    @property
    def wrong_share(self) -> Fraction:
        """The share of wrong answers."""
        return Fraction(self.wrong, self.questions)


def by_gain(trials: PairedTrials) -> tuple[Subject, ...]:
    """The subjects, first the one where the large model adds most right answers a question."""
    return tuple(sorted(trials.subjects, key=lambda subject: (-subject.gain, subject.name)))


def routes(trials: PairedTrials) -> tuple[Route, ...]:
    """From everything kept to everything passed on, one subject more at each step.

    The order comes from the very answers that it is judged by, so new questions gain a bit less.
    """
    ordered, everything = by_gain(trials), trials.questions
    first = sum(subject.large_only + subject.neither for subject in ordered)
    kept = accumulate((-subject.questions for subject in ordered), initial=everything)
    wrong = accumulate(
        (subject.small_only - subject.large_only for subject in ordered), initial=first
    )
    return tuple(
        Route(passed, left, errors, everything)
        for passed, (left, errors) in enumerate(zip(kept, wrong, strict=True))
    )


def wrong_by_chance(steps: tuple[Route, ...], kept_share: Fraction) -> Fraction:
    """The share of wrong answers when that share is kept, and chance picks which calls."""
    return kept_share * steps[0].wrong_share + (1 - kept_share) * steps[-1].wrong_share


def monthly_cost(
    kept_share: Fraction, calls: int, small: Decimal, large: Decimal, *, tries_first: bool
) -> Decimal:
    """US dollars a month; `small` and `large` are what one call costs on either model.

    With `tries_first` the small model answers every call before some are passed on, and both are
    paid for those; without, something else decides beforehand, which is counted as free.
    """
    kept = Decimal(kept_share.numerator) / kept_share.denominator
    tried = Decimal(1) if tries_first else kept
    return calls * (small * tried + large * (1 - kept))
