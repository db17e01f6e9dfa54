"""What every rule of image tokens works with: pixels, and how closely a model looks."""

from typing import Literal

Detail = Literal["low", "high", "auto"]
"""How closely the model looks; auto is what a call gets that asks for nothing."""

LOW_SQUARE = 512
"""The square that a low-detail picture is brought down to, in pixels."""


def within(width: int, height: int, most: int, side: int) -> tuple[int, int]:
    """The size once `side`, one of its two sides, is no longer than `most`, in whole pixels."""
    if side <= most:
        return width, height
    return max(1, width * most // side), max(1, height * most // side)
