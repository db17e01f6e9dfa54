"""The provider board: who is quick, cheap and sure, and what happens when one fails."""

from sizewise.ui.board.screen import draw

__all__ = ["draw"]
