"""Sizewise: match the model to the task, and know what it costs."""

from pathlib import Path

__version__ = "0.1.0"

ROOT = Path(__file__).resolve().parents[1]
"""The folder that holds content/, quizzes/, pages/ and static/."""
