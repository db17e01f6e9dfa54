"""Files to begin with, each called as its kind: NAME and TODAY are filled in when it is written.

A gap in a text is written `[fill in: what belongs here]`; a gap in a number or a day is empty.
"""

from pathlib import Path

FILES = {
    path.stem: path
    for path in sorted(Path(__file__).parent.iterdir())
    if path.is_file() and path.suffix != ".py"
}
"""What can be begun, by its kind's name."""
