"""The interactive blocks of a lesson: one function a kind, each redrawn by itself alone."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from sizewise.learn.lesson.block import Block
from sizewise.library import FactUnknown, NotInLibrary
from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.tokens.image import ImageEmpty
from sizewise.sizing.tokens.tokens import TextTooLong
from sizewise.sizing.tokens.usage import UsageError
from sizewise.ui.blocks.blind import draw_blind_rating
from sizewise.ui.blocks.budget import draw_budget_plan
from sizewise.ui.blocks.card import draw_profile_card
from sizewise.ui.blocks.chat import draw_forgetting_chat
from sizewise.ui.blocks.claims import draw_still_true
from sizewise.ui.blocks.guess import draw_guess
from sizewise.ui.blocks.image import draw_image_tokens
from sizewise.ui.blocks.json_reply import draw_break_the_json
from sizewise.ui.blocks.leaks import draw_spot_the_key
from sizewise.ui.blocks.money import draw_cost_slider, draw_receipt
from sizewise.ui.blocks.queueing import draw_queue
from sizewise.ui.blocks.router import draw_router
from sizewise.ui.blocks.window import draw_context_window
from sizewise.ui.blocks.words import draw_mistake, draw_token_chips, draw_try_it

MOVING: Mapping[str, Callable[[Any, str], None]] = {
    "token-chips": draw_token_chips,
    "cost-slider": draw_cost_slider,
    "guess-first": draw_guess,
    "image-tokens": draw_image_tokens,
    "try-it": draw_try_it,
    "context-window": draw_context_window,
    "forgetting-chat": draw_forgetting_chat,
    "queue": draw_queue,
    "router": draw_router,
    "break-the-json": draw_break_the_json,
    "blind-rating": draw_blind_rating,
    "spot-the-key": draw_spot_the_key,
    "still-true": draw_still_true,
    "budget-plan": draw_budget_plan,
}
"""Blocks with something to press or move."""

STILL: Mapping[str, Callable[[Any], None]] = {
    "receipt": draw_receipt,
    "profile-card": draw_profile_card,
    "mistake-or-better": draw_mistake,
}
"""Blocks to read."""

CANNOT = (
    ModelUnknown,
    PriceUnknown,
    BatchUnavailable,
    FactUnknown,
    NotInLibrary,
    UsageError,
    ImageEmpty,
    TextTooLong,
)
"""What a block may lack; the message is for the learner."""


def draw(block: Block, key: str) -> None:
    """Draw a block. `key` is its place: lesson, part and number.

    What a block lacks, such as a price, is said in its place; the rest of the lesson goes on.
    """
    if block.kind in STILL:
        _in_its_box(block, key, partial(STILL[block.kind], block))
    else:
        _alone(block, key)


@st.fragment
def _alone(block: Block, key: str) -> None:
    _in_its_box(block, key, partial(MOVING[block.kind], block, key))


def _in_its_box(block: Block, key: str, fill: Callable[[], None]) -> None:
    with st.container(key=f"box-{block.kind}-{key}"):
        try:
            fill()
        except CANNOT as lack:
            st.info(f"This part cannot be shown today: {lack}.", icon=":material/build:")
