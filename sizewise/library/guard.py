"""The last guard: where the program itself stumbles over a file, that file alone is left out."""

import logging
from collections.abc import Callable
from typing import TypeVar

from sizewise.ground.written import shortened
from sizewise.library.read.problem import WHOLE_FILE
from sizewise.library.read.tree import Page

R = TypeVar("R")


def guarded(page: Page, look: Callable[[], R]) -> R | None:
    """What a look at a file finds; none when the program fails, which its page then says.

    Such a failure is a fault of ours: every fault of the file has words of its own. So the log
    keeps how it came about.
    """
    try:
        return look()
    except Exception as error:
        logging.getLogger("sizewise").error("%s stops the program", page.file, exc_info=error)
        told = shortened(f"{type(error).__name__}: {error}")
        fix = "take your last change back, and tell those who look after the program"
        page.report(1, WHOLE_FILE, f"stops the program, which is a fault of it ({told})", fix)
        return None
