"""The token and cost lab: a prompt in, its tokens, its bill, and the same job elsewhere."""

from sizewise.ui.lab.screen import draw

__all__ = ["draw"]
