"""A look at a CSV text before it is read: is a line too wide?

To a reader of CSV each cell is an object, so a small file of nothing but commas costs much time and
memory. This look makes none: one match of a pattern a line, which never goes back.
"""

import re
from functools import cache

from sizewise.ground import limits


def wide_line(text: str, separator: str) -> int | None:
    """The first line with more than limits.TABLE_COLUMNS cells, from 1; none when all fit.

    Looks at as many rows as may be read, and at one more for the names of the columns.
    """
    row, at = _row(separator), 0
    for _ in range(limits.TABLE_ROWS + 2):
        found = row.match(text, at)
        if found is None:
            return text.count("\n", 0, at) + 1
        at = found.end()
        if at == len(text):
            break
    return None


@cache
def _row(separator: str) -> re.Pattern[str]:
    """Blank lines, then a line of at most so many cells.

    Double quotes around a cell may hold line ends, and may stay open.
    """
    sign = re.escape(separator)
    blank = "[ \t]".replace(separator, "")
    cell = rf'(?:"(?:[^"]++|"")*+"?)?+[^{sign}\r\n]*+'
    cells = rf"(?:{cell}{sign}){{0,{limits.TABLE_COLUMNS - 1}}}+{cell}"
    return re.compile(rf"(?:{blank}*+[\r\n]++)*+{cells}(?:\r\n?|\n|\Z)")
