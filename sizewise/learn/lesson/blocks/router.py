"""`router`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.ids import ModelId, TrialsId
from sizewise.learn.lesson.blocks.shape import BlockShape


class RouterBlock(BlockShape):
    """A small model keeps some subjects, a large one the rest: recorded errors against cost."""

    COMPUTES = True

    kind: Literal["router"] = "router"
    """The block's name."""
    small: ModelId
    """The model that keeps calls."""
    large: ModelId
    """The model that gets what is passed on."""
    usage: CallTokens
    """The tokens of one call, for either."""
    calls: Annotated[int, Field(ge=1)]
    """Calls per month."""
    recorded: TrialsId = "routellm-mmlu"
    """The recorded trials that say how often each is right: a file name in content/runs."""
