"""Files to begin with, each called as its kind: NAME and TODAY are filled in when it is written.

A gap in a text is written `[fill in: what belongs here]`; a gap in a number or a day is empty.
"""

from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent


def _in(folder: Path) -> Mapping[str, Path]:
    there = sorted(folder.iterdir())
    return {path.stem: path for path in there if path.is_file() and path.suffix != ".py"}


FILES = _in(HERE)
"""What can be begun, by its kind's name."""

SHORT = _in(HERE / "short")
"""What can be begun short, by its kind's name: as little as a first try needs."""
