"""`budget-plan`, a block as an author writes it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Shape, Share, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class PlanEvent(Shape):
    """Something that happens to a plan."""

    name: Text
    """What happens, such as `The price rises by half`."""
    price_times: Annotated[Decimal, Field(gt=0)] = Decimal(1)
    """What the event multiplies every rate with."""
    photos_times: Annotated[Decimal, Field(ge=0)] = Decimal(1)
    """What it multiplies the number of photos with."""
    hours_out: Annotated[int, Field(ge=0, le=72)] = 0
    """How long the chosen model does not answer."""
    lesson: Text
    """What a good plan says about it."""


class BudgetPlan(BlockShape):
    """A plan for a chatbot: choice, cost, evidence, what may happen; one page to print."""

    COMPUTES = True

    kind: Literal["budget-plan"] = "budget-plan"
    """The block's name."""
    title: Text
    """The plan's heading."""
    models: tuple[ModelId, ...] = Field(min_length=2, max_length=6)
    """The models to choose from."""
    pupils: Annotated[int, Field(ge=1, le=100_000)]
    """Pupils at first."""
    questions: Annotated[Decimal, Field(ge=Decimal("0.01"), le=1_000_000)]
    """Questions of each pupil on a school day, at first."""
    days: Annotated[int, Field(ge=1, le=31)] = 20
    """School days in a month."""
    usage: CallTokens
    """The tokens of one question and its answer."""
    photo_share: Share = Decimal(0)
    """The share of questions that come with a photo, at first."""
    width: Annotated[int, Field(ge=1, le=20000)] = 1024
    """The photo's width in pixels."""
    height: Annotated[int, Field(ge=1, le=20000)] = 1024
    """The photo's height in pixels."""
    budget: Annotated[Decimal, Field(ge=Decimal("0.01"), le=1_000_000)]
    """Dollars a month that the school has, at first."""
    events: tuple[PlanEvent, ...] = Field(min_length=1, max_length=6)
    """What may happen."""
