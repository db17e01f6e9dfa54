"""An item as one learner reads it: numbers drawn, facts filled in, options in their order."""

from dataclasses import dataclass
from decimal import Decimal

from sizewise.learn.quiz.item import Bloom, ItemType, Reference, Scoring


@dataclass(frozen=True)
class ShownOption:
    """An answer to choose, as the learner reads it."""

    id: str
    text: str
    key: bool
    feedback: str | None
    misconception: str | None
    place: int
    """Where the author wrote it, from 0: the right place in an order item."""
    matches: str | None
    """What it belongs to in a match item."""


@dataclass(frozen=True)
class ShownMistake:
    """A wrong number that a known mistake leads to."""

    value: Decimal
    text: str
    """The value as it is written on screen."""
    feedback: str
    misconception: str | None


@dataclass(frozen=True)
class ShownNumber:
    """The number to type. Percentages are held in percent, as learners type them."""

    value: Decimal
    tolerance: Decimal
    """Largest accepted distance, as a share of the value."""
    unit: str | None
    text: str
    """The value as it is written on screen."""
    mistakes: tuple[ShownMistake, ...]


@dataclass(frozen=True)
class ShownItem:
    """An item as one attempt shows it: the same for the same seed and the same facts."""

    id: str
    type: ItemType
    skill: str
    bloom: Bloom
    difficulty: int
    version: str
    key_version: str
    """A fingerprint of what is right: see `template.key_version`."""
    scoring: Scoring
    stem: str
    options: tuple[ShownOption, ...]
    """In the order they are shown."""
    answer: ShownNumber | None
    hints: tuple[str, ...]
    explanation: str
    references: tuple[Reference, ...]
    alt: str | None

    @property
    def keys(self) -> tuple[ShownOption, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.key)

    @property
    def distractors(self) -> tuple[ShownOption, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.key)
