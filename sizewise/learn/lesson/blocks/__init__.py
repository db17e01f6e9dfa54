"""Interactive blocks of a lesson, as an author writes them: one module a kind, all in `Block`."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import Field

from sizewise.learn.lesson.blocks.blind_rating import BlindRating
from sizewise.learn.lesson.blocks.break_the_json import BreakTheJson
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan
from sizewise.learn.lesson.blocks.context_window import ContextWindowBlock
from sizewise.learn.lesson.blocks.cost_slider import CostSlider
from sizewise.learn.lesson.blocks.forgetting_chat import ForgettingChat
from sizewise.learn.lesson.blocks.guess_first import GuessFirst
from sizewise.learn.lesson.blocks.image_tokens import ImageTokens
from sizewise.learn.lesson.blocks.mail_ladder import MailLadder
from sizewise.learn.lesson.blocks.measured_waits import MeasuredWaits
from sizewise.learn.lesson.blocks.mistake_or_better import MistakeOrBetter
from sizewise.learn.lesson.blocks.profile_card import ProfileCard
from sizewise.learn.lesson.blocks.queue import QueueBlock
from sizewise.learn.lesson.blocks.receipt import ReceiptBlock
from sizewise.learn.lesson.blocks.router import RouterBlock
from sizewise.learn.lesson.blocks.shape import BlockShape
from sizewise.learn.lesson.blocks.spot_the_key import SpotTheKey
from sizewise.learn.lesson.blocks.still_true import StillTrue
from sizewise.learn.lesson.blocks.token_chips import TokenChips
from sizewise.learn.lesson.blocks.try_it import TryIt
from sizewise.learn.lesson.blocks.unsure_cascade import UnsureCascade

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
    | BudgetPlan
    | MailLadder
    | MeasuredWaits
    | UnsureCascade,
    Field(discriminator="kind"),
]
"""Any interactive block."""

BLOCKS: Mapping[str, type[BlockShape]] = {
    shape.model_fields["kind"].default: shape for shape in get_args(get_args(Block)[0])
}
"""Every interactive block by the word behind `sizewise`."""
