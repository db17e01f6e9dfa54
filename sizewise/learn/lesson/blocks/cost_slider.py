"""`cost-slider`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens, Tokens
from sizewise.ground.ids import ModelId
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks.shape import BlockShape


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


class CostSlider(BlockShape):
    """A slider for the number of calls and the bill of two or more models beside it."""

    COMPUTES = True

    kind: Literal["cost-slider"] = "cost-slider"
    """The block's name."""
    label: Text
    """What the slider counts, such as `Questions per month`."""
    minimum: Annotated[int, Field(ge=1, le=1_000_000_000_000)]
    """The slider's left end."""
    maximum: Annotated[int, Field(ge=2, le=1_000_000_000_000)]
    """The slider's right end."""
    start: Annotated[int, Field(ge=1, le=1_000_000_000_000)]
    """Where it stands at first."""
    step: Annotated[int, Field(ge=1, le=1_000_000_000_000)]
    """The distance between two stops."""
    presets: tuple[Preset, ...] = Field(min_length=1, max_length=5)
    """Kinds of call to switch between."""
    models: tuple[ModelUsage, ...] = Field(min_length=1, max_length=4)
    """The models on the bill; with two, the last line is how many times more the dearer costs."""
    reasoning_slider: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """Above 0: a second slider sets the thinking tokens of reasoning models, up to this many."""
