"""`queue`, a block as an author writes it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class QueueBlock(BlockShape):
    """Calls that arrive at random and wait for a free worker: a simulated hour."""

    COMPUTES = True

    kind: Literal["queue"] = "queue"
    """The block's name."""
    label: Text
    """What arrives, such as `Questions per minute`."""
    arrivals: Annotated[Decimal, Field(gt=0)]
    """How many arrive per minute at first."""
    most: Annotated[Decimal, Field(gt=0, le=1000)]
    """Where the slider ends, per minute: an hour of so many calls is simulated at each move."""
    seconds: Annotated[Decimal, Field(gt=0)]
    """How long one call takes, on average."""
    workers: tuple[Annotated[int, Field(ge=1, le=50)], ...] = Field(min_length=1, max_length=4)
    """Numbers of workers to choose from."""
