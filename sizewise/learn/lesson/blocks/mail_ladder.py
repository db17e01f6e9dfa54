"""`mail-ladder`, a block as an author writes it."""

from typing import Literal

from sizewise.ground.shape import Text
from sizewise.learn.lesson.blocks.shape import BlockShape


class MailLadder(BlockShape):
    """A small model's measured answers to mails, way by way; and one mail asked here and now."""

    COMPUTES = True

    kind: Literal["mail-ladder"] = "mail-ladder"
    """The block's name."""
    label: Text
    """What to find out, in a few words."""
