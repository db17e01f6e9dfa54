"""A text cut into rows of cells, sign by sign: what cannot be kept whole is refused.

A cell may stand in double quotes, with "" for one of them, and then holds line ends and separators
(RFC 4180). Every other sign of a cell is its own, quotes in the middle of it too.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped

WHOLE_LINES = ""
"""The separator of a file whose lines are whole."""

Cells = tuple[str, ...]
"""The cells of a row."""

_QUOTED = re.compile(r'"((?>(?:[^"]++|"")*))"')
_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}
"""What opens a text, and what closes it."""


class FileTrouble(Plain, ValueError):
    """A file that cannot be read; `field` is what to change. The message is for the learner."""

    def __init__(
        self, field: Literal["file", "encoding", "separator", "width", "names"], message: str
    ) -> None:
        self.field = field
        super().__init__(message)


def whole_lines(text: str, line: int = 1) -> Iterator[tuple[int, Cells]]:
    """Each line as one cell, with every sign of it, and its number from `line` on."""
    for number, found in enumerate(re.split("\r\n|\r|\n", text), start=line):
        if found.strip():
            yield number, (found,)


def rows_of(
    text: str, separator: str, line: int = 1, *, filled: bool = False
) -> Iterator[tuple[int, Cells]]:
    """Each row with its line, from `line` on. Rows without any sign but spaces are left out.

    So are rows of empty cells where only `filled` ones are wanted. Without a separator a row is one
    cell. Raises FileTrouble where a quote or a number of cells leaves open what belongs together.
    """
    blank, unquoted = _blank(separator, filled), _unquoted(separator)
    at = 0
    known: dict[str, str] = {}  # most tables repeat themselves, and each text is kept once
    while True:
        start = at
        while (end := blank.match(text, start).end()) > start:  # type: ignore[union-attr]
            start = end
        line += _line_ends(text, at, start)
        if start == len(text):
            return
        cells, at = _row(text, start, separator, unquoted, line)
        yield line, tuple(known.setdefault(each, each) for each in cells)
        line += _line_ends(text, start, at)


def _row(
    text: str, at: int, separator: str, unquoted: re.Pattern[str], line: int
) -> tuple[list[str], int]:
    cells: list[str] = []
    bare: list[str] = []  # of a cell in quotes nothing
    while True:
        found = _in_quotes(text, at, separator, line)
        if found is not None:
            cell, at = found
            bare.append("")
        else:
            cell = unquoted.match(text, at)[0]  # type: ignore[index]  # it matches nothing too
            at += len(cell)
            bare.append(cell)
        cells.append(cell)
        if at == len(text) or text[at] != separator:
            break
        at += 1
        if len(cells) == limits.TABLE_COLUMNS:
            raise _too_wide(line)
    _refuse_split_quotes(bare, line)
    return cells, at


def _in_quotes(text: str, at: int, separator: str, line: int) -> tuple[str, int] | None:
    """The cell in double quotes that begins here, and its end; none when it has no quotes."""
    if text[at : at + 1] != '"':
        return None
    found = _QUOTED.match(text, at)
    end = found.end() if found else at
    if found and (end == len(text) or text[end] in {separator, "\r", "\n"}):
        return found[1].replace('""', '"'), end
    if found is None:
        raise FileTrouble(
            "file", f"Line {grouped(line)}: a double quote opens a cell and is never closed."
        )
    here = grouped(line + _line_ends(text, at, end))
    raise FileTrouble(
        "file",
        f"Line {here}: text follows the double quote that closes a cell. "
        'Inside of "…" a double quote is written twice, as "". A file that writes \\" must be '
        "saved anew.",
    )


def _refuse_split_quotes(bare: list[str], line: int) -> None:
    """Refuse a row in which quotes that keep nothing together stand around a separator."""
    for place, cell in enumerate(bare[:-1]):
        opened = cell.lstrip()
        closing = _PAIRS.get(opened[:1])
        if closing is None or (len(opened) > 1 and opened.rstrip().endswith(closing)):
            continue
        if any(other.rstrip().endswith(closing) for other in bare[place + 1 :]):
            raise FileTrouble(
                "file",
                f"Line {grouped(line)}: a text in {opened[:1]}…{closing} holds the separator and "
                'would be cut. Only "…", straight and right behind the separator, keep a cell '
                "together.",
            )


def _too_wide(line: int) -> FileTrouble:
    return FileTrouble(
        "width",
        f"Line {grouped(line)} has more than {limits.TABLE_COLUMNS} columns, which is the most "
        "that Sizewise reads. Keep those you need.",
    )


def _line_ends(text: str, start: int, end: int) -> int:
    """How many lines end there; \\r\\n is one end."""
    both = text.count("\r\n", start, end)
    return text.count("\n", start, end) + text.count("\r", start, end) - both


@cache
def _blank(separator: str, empty_cells: bool) -> re.Pattern[str]:
    space = "[ ]" if separator == "\t" else "[ \t]"
    row = rf'(?:"[ \t]*"|{space}*+)' if empty_cells else rf"{space}*+"
    if empty_cells and separator:
        row += rf"(?:{re.escape(separator)}{row}){{0,{limits.TABLE_COLUMNS - 1}}}+"
    # A thousand rows at a time: `re` remembers each round.
    return re.compile(rf"(?>(?:{row}(?:[\r\n]++|\Z)){{0,1000}})")


@cache
def _unquoted(separator: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(separator)}\r\n]*+")
