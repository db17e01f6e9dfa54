"""Words that nobody says today, in texts that lint does not read."""

from typing import Any

from sizewise.learn.lint.old_words import old_words
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened


def words_of_today(opened: Opened[Any], _desk: Desk) -> None:
    """Warn of every old word, with a plain one."""
    for each in opened.said:
        if each.marker is None:
            for old, plain in old_words(each.text):
                opened.page.report(each.line, each.place, f"it says {old!r}", f"say {plain!r}", "W")
