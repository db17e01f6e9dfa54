"""Build a call: everything one request sends, where its tokens go, and how a chat grows."""

from sizewise.ui.lab.call.screen import draw

__all__ = ["draw"]
