"""The keyboard helper of a question: 1-9 choose, Enter presses, focus follows."""

from pathlib import Path

from markupsafe import Markup

from sizewise.ui.script import script

_KEYS = script("keys", Path(__file__).with_name("keys.js"))
_PRINT = script(
    "print",
    Path(__file__).parents[1] / "printing" / "print.js",
    Markup('<button type="button" class="qz-print">Print</button>'),
)


def keys() -> None:
    """Listen to keys, and move focus to `data-place` when its value changes.

    Drawn once beside the question, not inside: then a press need not send it again.
    """
    _KEYS(key="quiz_keys")


def print_button() -> None:
    """A button that opens the browser's print dialog."""
    _PRINT(key="quiz_print")
