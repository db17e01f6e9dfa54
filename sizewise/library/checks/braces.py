"""Words in braces, which an item with variables fills in and one without them shows as they are."""

import re

from sizewise.learn.quiz.item import Quiz
from sizewise.library.checks.prose import without_code
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened

_GAP = re.compile(r"(?<![{\w])\{(?P<name>[a-z_]\w*)\}(?!\})")


def braces_filled(opened: Opened[Quiz], _desk: Desk) -> None:
    """Warn of `{calls}` in an item that has no variables: its learners would read the braces."""
    items = opened.value.items if opened.value else ()
    bare = {at for at, item in enumerate(items) if not item.variables}
    for each in opened.said:
        if "{" in each.text and each.marker is None and each.keys[1:2] and each.keys[1] in bare:
            for gap in _GAP.finditer(without_code(each.text)):
                what = f"{gap.group()} stands in an item without variables and is shown so"
                fix = f"write `variables:` with {gap['name']}, or put it in `code`"
                opened.page.report(each.line_at(gap.start()), each.place, what, fix, "W")
