"""Interactive blocks of a lesson, as an author writes them in a fenced block."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens, Tokens
from sizewise.ground.ids import FormulaText, ModelId
from sizewise.ground.shape import (
    Shape,
    Text,
)
from sizewise.learn.lesson.experiment import (
    BlindRating,
    BreakTheJson,
    BudgetPlan,
    ContextWindowBlock,
    ForgettingChat,
    QueueBlock,
    RouterBlock,
    SpotTheKey,
    StillTrue,
)


class TokenChips(Shape):
    """A text the learner may change, shown as coloured tokens with their count."""

    kind: Literal["token-chips"] = "token-chips"
    """The block's name."""
    text: Text
    """What is in the box at first."""
    model: ModelId = "gpt-4o-mini"
    """Whose tokens to count."""
    label: Text = "Type here and watch the tokens"
    """The box's label."""


class ReceiptBlock(Shape):
    """What one job costs on one or more models, line by line."""

    kind: Literal["receipt"] = "receipt"
    """The block's name."""
    title: Text
    """The job."""
    models: tuple[ModelId, ...] = Field(min_length=1, max_length=5)
    """The models to price."""
    usage: CallTokens
    """The tokens of one call."""
    calls: Annotated[int, Field(ge=1)] = 1
    """How many calls the job needs."""
    note: Text | None = None
    """A line below the total."""


class Preset(Shape):
    """A ready-made kind of call."""

    name: Text
    """What the learner picks."""
    usage: CallTokens
    """The tokens of one such call."""


class ModelUsage(Shape):
    """A model and the tokens it uses for the same task."""

    model: ModelId
    """The model."""
    reasoning: Tokens = 0
    """Thinking tokens it adds to the output of each call."""


class CostSlider(Shape):
    """A slider for the number of calls and the bill of two or more models beside it."""

    kind: Literal["cost-slider"] = "cost-slider"
    """The block's name."""
    label: Text
    """What the slider counts, such as `Questions per month`."""
    minimum: Annotated[int, Field(ge=1)]
    """The slider's left end."""
    maximum: Annotated[int, Field(ge=2)]
    """The slider's right end."""
    start: Annotated[int, Field(ge=1)]
    """Where it stands at first."""
    step: Annotated[int, Field(ge=1)]
    """The distance between two stops."""
    presets: tuple[Preset, ...] = Field(min_length=1, max_length=5)
    """Kinds of call to switch between."""
    models: tuple[ModelUsage, ...] = Field(min_length=1, max_length=4)
    """The models on the bill; with two, the last line is how many times more the dearer costs."""
    reasoning_slider: Tokens = 0
    """Above 0: a second slider sets the thinking tokens of reasoning models, up to this many."""


Unit = Literal["usd", "times", "tokens", "seconds", "percent", "number"]
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


class GuessFirst(Shape):
    """A question to guess before reading on; the answer is computed, then explained."""

    kind: Literal["guess-first"] = "guess-first"
    """The block's name."""
    question: Text
    """What to guess."""
    guesses: tuple[Annotated[Decimal, Field(gt=0)], ...] = Field(min_length=2, max_length=5)
    """Numbers to choose from, ascending; the nearest by ratio to the computed answer is right."""
    unit: Unit = "usd"
    """How guesses and answer are written."""
    answer: CostAnswer | TokenAnswer | FormulaAnswer
    """How the answer is computed."""
    reveal: Text
    """What to say once the guess is made. `{answer}` becomes the computed value."""


class ProfileCard(Shape):
    """The catalogue's facts about one model, with their dates and sources."""

    kind: Literal["profile-card"] = "profile-card"
    """The block's name."""
    model: ModelId
    """The model."""


class MistakeOrBetter(Shape):
    """A common mistake beside the better thought."""

    kind: Literal["mistake-or-better"] = "mistake-or-better"
    """The block's name."""
    mistake: Text
    """What people often say."""
    better: Text
    """What to think instead."""


class ImageTokens(Shape):
    """A picture's size, its tiles, tokens and cost on one or more models; own photos too."""

    kind: Literal["image-tokens"] = "image-tokens"
    """The block's name."""
    models: tuple[ModelId, ...] = Field(min_length=1, max_length=4)
    """The models to compare; each must have image tokens in the catalogue."""
    width: Annotated[int, Field(ge=1, le=20000)] = 1024
    """Width at first, in pixels."""
    height: Annotated[int, Field(ge=1, le=20000)] = 1024
    """Height at first, in pixels."""


class TryIt(Shape):
    """Something to do away from the page, with a place to tick it off."""

    kind: Literal["try-it"] = "try-it"
    """The block's name."""
    task: Text
    """What to do."""
    steps: tuple[Text, ...] = ()
    """How, step by step."""
    lab: bool = False
    """Whether a button opens the token and cost lab."""


Block = Annotated[
    TokenChips
    | ReceiptBlock
    | CostSlider
    | GuessFirst
    | ProfileCard
    | MistakeOrBetter
    | ImageTokens
    | TryIt
    | ContextWindowBlock
    | ForgettingChat
    | QueueBlock
    | RouterBlock
    | BreakTheJson
    | BlindRating
    | SpotTheKey
    | StillTrue
    | BudgetPlan,
    Field(discriminator="kind"),
]
"""Any interactive block."""
