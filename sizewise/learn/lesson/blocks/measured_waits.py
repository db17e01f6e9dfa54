"""`measured-waits`, a block as an author writes it."""

from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import TaskId
from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class MeasuredWaits(BlockShape):
    """The waits of a recorded run, put in order; and some more, measured here and now."""

    COMPUTES = True

    kind: Literal["measured-waits"] = "measured-waits"
    """The block's name."""
    run: Text
    """The recorded run: a file of content/runs, without its ending .jsonl."""
    task: TaskId
    """The task whose waits are shown, and which is asked anew."""
    times: Annotated[int, Field(ge=3, le=30)] = 10
    """How often the model on this machine is asked when a learner wants to see it."""
