"""`guess-first`, a block as an author writes it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.ids import FormulaText, ModelId
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape

GuessUnit = Literal["usd", "times", "tokens", "seconds", "percent", "number"]
"""How an amount is written."""


class CostAnswer(Shape):
    """A sum of money computed from the catalogue that a guess is held against."""

    kind: Literal["cost"] = "cost"
    """Follows from the fields; may be left out."""
    model: ModelId
    """The model to price."""
    usage: CallTokens
    """The tokens of one call."""
    calls: Annotated[int, Field(ge=1)] = 1
    """How many calls."""
    divided_by: ModelId | None = None
    """When given, the answer is how many times more `model` costs than this one."""


class TokenAnswer(Shape):
    """A number of tokens that a guess is held against."""

    kind: Literal["tokens"] = "tokens"
    """Follows from the fields; may be left out."""
    text: Text
    """The text to count."""
    model: ModelId = "gpt-4o-mini"
    """Whose tokens to count."""


class FormulaAnswer(Shape):
    """A number worked out from a formula that a guess is held against."""

    kind: Literal["formula"] = "formula"
    """Follows from the fields; may be left out."""
    formula: FormulaText
    """Numbers, + - * / **, parentheses, round, min and max, such as `100 * 0.95 ** 20`."""


class GuessFirst(BlockShape):
    """A question to guess before reading on; the answer is computed, then explained."""

    COMPUTES = True

    kind: Literal["guess-first"] = "guess-first"
    """The block's name."""
    question: Text
    """What to guess."""
    guesses: tuple[Annotated[Decimal, Field(gt=0)], ...] = Field(min_length=2, max_length=5)
    """Numbers to choose from, ascending; the nearest by ratio to the computed answer is right."""
    unit: GuessUnit = "usd"
    """How guesses and answer are written."""
    answer: CostAnswer | TokenAnswer | FormulaAnswer
    """How the answer is computed."""
    reveal: Text
    """What to say once the guess is made. `{answer}` becomes the computed value."""
