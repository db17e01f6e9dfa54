"""The playground: ask a model that really answers, and see what the call took."""

from sizewise.ui.playground.screen import draw

__all__ = ["draw"]
