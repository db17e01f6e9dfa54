"""Whether each thing of a file has a name of its own."""

from typing import Any

from sizewise.ground.ids import Own
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.place import Said


def each_name_once(opened: Opened[Any], _desk: Desk | None = None) -> None:
    """Report each name that stands a second time among things of one sort, with its own line."""
    first: dict[tuple[object, ...], Said] = {}
    for each in opened.said:
        if each.marker == Own():
            sort = tuple(key for key in each.keys if isinstance(key, str))
            before = first.setdefault((*sort, each.text), each)
            if before is not each:
                what = f"`{each.text}` stands twice, first on line {before.line}"
                opened.page.report(each.line, each.place, what, "give each its own id")
