"""A question as an author writes it: the one definition for reader, schema, lint and screen."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import (
    Anchor,
    ConditionText,
    FormulaText,
    Id,
    LessonId,
    MisconceptionId,
    ModelId,
    ShortId,
    SkillId,
)
from sizewise.ground.rates import LimitName, RateName
from sizewise.ground.shape import Shape, Text

Number = Annotated[Decimal, Field(allow_inf_nan=False)]
"""An exact finite number."""

ItemType = Literal["single", "multiple", "boolean", "numeric", "pretest", "order", "match"]
"""single: one key. multiple: two or more keys. boolean: two options. numeric: a typed number.
pretest: like single, asked before the lesson and never scored. order: options to put in sequence.
match: options to match with what they belong to."""

Bloom = Literal["remember", "understand", "apply", "analyse", "evaluate"]
"""The level of thinking asked for: the revised Bloom taxonomy (Anderson and Krathwohl, 2001)."""

NumberFormat = Literal["usd", "number", "percent", "times"]
"""How a computed value is written: `$1.47`, `1,200`, `94%`, `17×`."""


class Scoring(StrEnum):
    """How a multiple-choice item turns picks into a score from 0 to 1."""

    BALANCED = "balanced"
    """max(0, hits / keys - false picks / distractors)."""
    EXACT = "exact"
    """1 when every key and no distractor is picked, else 0."""
    NET = "net"
    """max(0, (hits - false picks) / keys)."""


class Option(Shape):
    """One answer to choose. Exactly one of `text` and `expr` is given."""

    id: ShortId
    """Name of the option inside its item. Stays the same when options are shuffled."""
    text: Text | None = None
    """What the learner reads."""
    expr: FormulaText | None = None
    """A formula over the item's variables; its value is shown instead of text."""
    format: NumberFormat | None = None
    """How the formula's value is written. Required with `expr`."""
    key: bool = False
    """Whether choosing this option is right; in an order or match item something else says it."""
    matches: Text | None = None
    """What this option belongs to, in a match item; an option without it fits nothing."""
    feedback: Text | None = None
    """Why this option is right or wrong, or why it has this place. Shown after the check."""
    misconception: MisconceptionId | None = None
    """The named mistake behind a distractor, or behind placing this option wrongly."""


class ChoiceVariable(Shape):
    """A variable that takes one of the listed values."""

    choice: tuple[Number, ...] = Field(min_length=1)
    """The values, each as likely as the others."""


class Steps(Shape):
    """A variable that takes a value from `start` to `stop`, both included, in equal steps."""

    start: Number
    """The first value."""
    stop: Number
    """The last value."""
    step: Number = Decimal(1)
    """The distance between two values; above 0."""


class RangeVariable(Shape):
    """A variable drawn from a range."""

    range: Steps
    """Where the values come from."""


class PriceRef(Shape):
    """Points at one rate of one model in the catalogue."""

    model: ModelId
    """The model's id: its file name in content/models."""
    field: RateName
    """Which rate."""


class PriceVariable(Shape):
    """A variable whose value is a price of the catalogue, in US dollars per million tokens."""

    price: PriceRef
    """The rate to take on the day the attempt starts."""


class LimitRef(Shape):
    """Points at one limit of one model in the catalogue."""

    model: ModelId
    """The model's id."""
    field: LimitName
    """Which limit, in tokens."""


class LimitVariable(Shape):
    """A variable whose value is a limit of the catalogue, in tokens."""

    limit: LimitRef
    """The limit to take."""


Variable = ChoiceVariable | RangeVariable | PriceVariable | LimitVariable
"""Where a parametrised item's number comes from."""


class NumericMistake(Shape):
    """A wrong number that a known mistake leads to."""

    expr: FormulaText
    """The formula of the mistake, over the item's variables."""
    feedback: Text
    """What went wrong, in one sentence."""
    misconception: MisconceptionId | None = None
    """The named mistake, from the course's list."""


class NumericAnswer(Shape):
    """What a numeric item accepts."""

    expr: FormulaText
    """The right value: a number or a formula over the item's variables."""
    tolerance: Number = Decimal("0.01")
    """Largest accepted distance, as a share of the right value (0.01 is 1 %)."""
    unit: Text | None = None
    """What the learner types a number of, such as `dollars a month`."""
    format: NumberFormat = "number"
    """How the right value is written."""
    mistakes: tuple[NumericMistake, ...] = ()
    """Known wrong values and the reason for each."""


class Reference(Shape):
    """Where the lesson explains this."""

    lesson: LessonId
    """The lesson's id."""
    anchor: Anchor | None = None
    """The part's anchor: its heading in lower case with hyphens."""


class Example(Shape):
    """A worked draw that proves a parametrised item: with these values the key reads like this."""

    given: dict[str, Number]
    """A value for every variable of the item, prices included."""
    key: Text
    """The key as the learner would read it, worked out by hand."""


class Item(Shape):
    """One question of a bank."""

    id: Id
    """Unique in the bank; never used again for another question."""
    type: ItemType
    """Decides how the item is shown and scored."""
    skill: SkillId
    """The one skill it measures, from the course."""
    bloom: Bloom
    """The level of thinking it asks for."""
    difficulty: Annotated[int, Field(ge=1, le=5)]
    """The author's guess, 1 easy to 5 hard."""
    expected_facility: Annotated[Number, Field(ge=0, le=1)] | None = None
    """The share of first tries the author expects to be right."""
    stem: Text
    """The question."""
    options: tuple[Option, ...] = ()
    """The answers to choose from, or the steps of an order item in the right order; empty for a
    numeric item."""
    answer: NumericAnswer | None = None
    """The accepted number; only for a numeric item."""
    scoring: Scoring = Scoring.BALANCED
    """How picks become a score; only for a multiple item."""
    variables: dict[str, Variable] = Field(default_factory=dict)
    """Numbers that change from draw to draw, by name."""
    examples: tuple[Example, ...] = ()
    """Hand-worked draws; a parametrised item needs at least one."""
    hints: tuple[Text, ...] = ()
    """Help in growing steps; taking one halves the practice credit."""
    explanation: Text
    """The idea behind the key, shown after the check."""
    references: tuple[Reference, ...] = ()
    """Where to read again."""
    excludes: tuple[Id, ...] = ()
    """Items of the same bank that are never drawn together with this one, as they give each other
    away. It holds both ways, so one of the two names the other."""
    holds: ConditionText | None = None
    """What the item takes for granted of the catalogue; on a day when it does not hold, the item is
    not asked."""
    alt: Text | None = None
    """Words for a picture in the stem."""
    last_verified: date | None = None
    """The day a fact in the item that may change was last checked."""
    source: Text | None = None
    """Where that fact stands."""

    @property
    def keys(self) -> tuple[Option, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.key)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.key)

    @property
    def asked(self) -> Iterator[tuple[str, str]]:
        """Every text that asks, with its place in the item."""
        yield "stem", self.stem
        for option in self.options:
            yield f"options[{option.id}]", option.text or ""
            if option.matches is not None:
                yield f"options[{option.id}].matches", option.matches

    @property
    def misconceptions(self) -> Iterator[str]:
        """Every mistake that the item names."""
        typed = self.answer.mistakes if self.answer else ()
        names = [each.misconception for each in self.options]
        names += [each.misconception for each in typed]
        yield from (name for name in names if name is not None)

    @property
    def parametrised(self) -> bool:
        """Whether the item changes from draw to draw."""
        return bool(self.variables)


class Draw(Shape):
    """How many items an attempt takes from the bank."""

    count: Annotated[int, Field(ge=1)]
    """Items in one attempt."""
    per_skill_min: Annotated[int, Field(ge=0)] = 0
    """At least this many of every skill in the bank."""


class Shuffle(Shape):
    """What changes its order from attempt to attempt."""

    items: bool = True
    """The items."""
    options: bool = True
    """The options of each item; boolean items keep theirs, order and match items never do."""


class Quiz(Shape):
    """A bank of items and how an attempt draws from it."""

    id: Id
    """The file's name, and the lesson's."""
    title: Text
    """What the learner reads above the quiz."""
    pass_mark: Annotated[Number, Field(gt=0, le=1)] = Decimal("0.7")
    """The share of points that passes."""
    draw: Draw
    """How many items one attempt takes."""
    shuffle: Shuffle = Shuffle()
    """What is shuffled."""
    items: tuple[Item, ...] = Field(min_length=1)
    """The bank."""

    def item(self, item_id: str) -> Item:
        """The item of that id. Raises KeyError when the bank has none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)
