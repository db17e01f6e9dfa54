"""The benchmark lab: see what was measured, measure, and rate replies without their names."""

from sizewise.ui.benchmark.screen import draw

__all__ = ["draw"]
