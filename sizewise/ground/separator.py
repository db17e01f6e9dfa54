"""Which sign separates the cells of a file, judged by many of its rows."""

import re
from collections.abc import Collection
from contextlib import suppress
from itertools import islice

from sizewise.ground.cells import WHOLE_LINES, Cells, FileTrouble, rows_of

SIGNS = {
    ",": "commas",
    ";": "semicolons",
    "\t": "tabs",
    "|": "upright strokes (|)",
}
"""What may separate cells, and the word for it."""

JUDGED = 200
"""Rows by which the separator is judged."""
_SAMPLE = 200_000
"""Characters of them, at most."""
_NO_DECIMAL = re.compile(r"(?<![0-9]),|,(?![0-9])")
_SAID = re.compile(r'"?sep=([,;|\t])"?\1*[ \t]*(?:\r\n?|\n|\Z)', re.IGNORECASE)
"""The line by which Excel says it; a sheet saved anew has empty cells behind it."""


def said_separator(text: str) -> tuple[str | None, str]:
    """The separator that the file names in a line `sep=;`, and the text without that line."""
    said = _SAID.match(text)
    return (said[1], text[said.end() :]) if said else (None, text)


def naming_separator(text: str, names: Collection[str], said: str | None = None) -> str:
    """The sign that finds most of these column names in the first row; else the said one.

    What people write into the cells below does not matter. Names are in small letters.
    """
    found = {sign: _first_names(text, sign) for sign in ([said] if said else []) + list(SIGNS)}
    return max(found, key=lambda sign: (sum(each in found[sign] for each in names), sign == said))


def _first_names(text: str, sign: str) -> list[str]:
    with suppress(FileTrouble):
        return [column_name(cell) for cell in next(rows_of(text, sign, filled=True), (0, ()))[1]]
    return []


def column_name(cell: str) -> str:
    """A column's name as it is compared: capitals and spaces around it mean nothing."""
    return cell.strip().casefold()


def likely_separator(text: str) -> str:
    """The sign that cuts most rows into as many cells as the first, and into most cells.

    A first line without any of the signs names one column, and then the lines are whole. So they
    are when a space follows each sign, as in a sentence. Commas between digits alone are those of
    decimals where another sign separates too: 1,0;1,5 has two cells.
    """
    rows = {sign: _sampled(text, sign) for sign in SIGNS}
    cutting = {
        sign: [len(cells) for cells in each]
        for sign, each in rows.items()
        if each and len(each[0]) > 1 and not _in_sentences(each)
    }
    if len(cutting) > 1 and "," in cutting and not _NO_DECIMAL.search(text[:_SAMPLE]):
        del cutting[","]
    if not cutting:
        return WHOLE_LINES
    return max(cutting, key=lambda sign: (_share(cutting[sign]), cutting[sign][0]))


def _share(counts: list[int]) -> float:
    return counts.count(counts[0]) / len(counts)


def _in_sentences(rows: list[Cells]) -> bool:
    """Whether every sign has a space behind it."""
    return all(cell[:1] == " " for cells in rows for cell in cells[1:])


def _sampled(text: str, sign: str) -> list[Cells]:
    """The first rows, up to one that cannot be cut; two cells stand for the very first."""
    found: list[Cells] = []
    with suppress(FileTrouble):
        found.extend(cells for _, cells in islice(rows_of(text[:_SAMPLE], sign), JUDGED))
    return found or [(sign, sign)] * (sign in text[:_SAMPLE])


def table_below_a_title(text: str) -> str | None:
    """The sign that cuts all rows but the first into equally many cells; none without such one.

    A sign with a space behind it is a part of a sentence.
    """
    for sign in SIGNS:
        _, *below = _sampled(text, sign) or [()]
        wide = {len(cells) for cells in below}
        if len(below) > 1 and len(wide) == 1 and wide != {1} and not _in_sentences(below):
            return sign
    return None
