"""The small-model ladder: the same small model, asked better from rung to rung, in numbers."""

from sizewise.ui.ladder.screen import draw

__all__ = ["draw"]
