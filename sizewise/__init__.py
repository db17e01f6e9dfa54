"""Sizewise: match the model to the task, and know what it costs."""

__version__ = "0.1.0"
