"""The token and cost lab: views of what a call to a model costs, and why."""

from sizewise.ui.lab.views import draw

__all__ = ["draw"]
