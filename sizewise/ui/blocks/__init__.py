"""The interactive blocks of a lesson: each kind is one module in `kinds`."""

import streamlit as st

from sizewise.learn.lesson.blocks import Block
from sizewise.library import FactUnknown, NotInLibrary
from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.tokens.image import ImageEmpty
from sizewise.sizing.tokens.tokens import TextTooLong
from sizewise.sizing.tokens.usage import UsageError
from sizewise.ui.blocks.kinds import VIEWS

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
    (_alone if VIEWS[block.kind].MOVES else _in_its_box)(block, key)


@st.fragment
def _alone(block: Block, key: str) -> None:
    _in_its_box(block, key)


def _in_its_box(block: Block, key: str) -> None:
    """The style sheets give a frame to the box of what one can move."""
    name = "box" if VIEWS[block.kind].MOVES else "still"
    with st.container(key=f"{name}-{block.kind}-{key}"):
        try:
            VIEWS[block.kind].draw(block, key)
        except CANNOT as lack:
            st.info(f"This part cannot be shown today: {lack}.", icon=":material/build:")
