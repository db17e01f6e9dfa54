"""A learner's file as a table of texts, or a sentence that says what is wrong with it."""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import Literal

import pandas as pd
from pandas.errors import EmptyDataError, ParserError

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped, number
from sizewise.ui.lab.many.csv_width import wide_line

ENCODINGS = {"utf-8-sig": "UTF-8", "cp1252": "Windows, Western", "utf-16": "UTF-16"}
"""How a file's letters may be written: Python's name -> ours."""
SEPARATORS = (",", ";", "\t", "|")
FIRST_LINE = 20_000
"""Characters in which the separator is looked for."""
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What `str.splitlines` takes for a line, one by one and without the empty ones."""


class FileTrouble(Plain, ValueError):
    """A file that cannot be read; `field` is what to change. The message is for the learner."""

    def __init__(self, field: Literal["file", "encoding"], message: str) -> None:
        self.field = field
        super().__init__(message)


@dataclass(frozen=True)
class PromptTable:
    """Rows of text cells, within the limits."""

    frame: pd.DataFrame

    @property
    def columns(self) -> list[str]:
        """The columns' names."""
        return [str(name) for name in self.frame.columns]

    def texts(self, column: str) -> list[str]:
        """The cells of a column, from the first row on."""
        return [str(cell) for cell in self.frame.iloc[:, self.columns.index(column)]]


def likely_encoding(raw: bytes) -> str:
    """UTF-16 when the file says so in its first bytes, else UTF-8."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if marked else "utf-8-sig"


def read_table(
    raw: bytes, encoding: str, *, heads: bool = True, lines: bool = False
) -> PromptTable:
    """The file's rows, every cell as text.

    `heads` says whether the first line names the columns. With `lines` each line is one cell, as
    in a .txt file. What is larger than the limits is refused before it is read, and never read in
    part. Raises FileTrouble.
    """
    _must_be_text(raw)
    text = _decoded(raw, encoding)
    if not text.strip():
        raise FileTrouble("file", "This file is empty: it has no row.")
    frame = _lines(text) if lines else _cells(text, heads)
    if frame.empty:
        raise FileTrouble("file", "This file has a line of column names and no row below it.")
    _must_fit(frame)
    return PromptTable(frame)


def _must_be_text(raw: bytes) -> None:
    """Refuse by size and by first bytes, before anything else is done with a file."""
    if len(raw) > limits.TABLE_MEGABYTES * limits.BYTES:
        size = len(raw) / limits.BYTES
        most = f"Sizewise reads up to {limits.TABLE_MEGABYTES} MB"
        raise FileTrouble(
            "file", f"This file has {number(size, 1)} MB. {most}: choose a part of it."
        )
    for kind, marks in _NO_TEXT.items():
        if raw.startswith(marks):
            raise FileTrouble("file", f"This is {kind}. Save the sheet as CSV, then choose it.")


_NO_TEXT = {
    "a spreadsheet or a packed file": (
        *(b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"),
        *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"),
    ),
    "a PDF": (b"%PDF-",),
    "a picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
}
"""How files begin that are no text, whatever their name says."""


def _must_fit(frame: pd.DataFrame) -> None:
    if len(frame) > limits.TABLE_ROWS:
        raise FileTrouble(
            "file",
            f"This file has more than {grouped(limits.TABLE_ROWS)} rows, which is the "
            "most that Sizewise "
            "counts. Split it, or keep a part of it.",
        )
    longest = max(len(str(name)) for name in frame.columns)
    if longest > limits.NAME_CHARACTERS:
        raise FileTrouble(
            "file",
            f"The first line has a column name of {grouped(longest)} characters. If "
            "that line holds no "
            "names, switch “The first line names the columns” off.",
        )


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        line = raw.count(b"\n", 0, at) + 1
        raise FileTrouble(
            "encoding",
            f"From line {grouped(line)} on, this file is not written in {ENCODINGS[encoding]}. "
            "Choose another encoding, or save the file as UTF-8.",
        ) from None
    if "\x00" in text:
        raise FileTrouble("encoding", "This is no text in that encoding. Choose another encoding.")
    return text


def _lines(text: str) -> pd.DataFrame:
    written = (found.group() for found in _LINE.finditer(text) if found.group().strip())
    return pd.DataFrame({"line": list(islice(written, limits.TABLE_ROWS + 1))}, dtype=str)


def _cells(text: str, heads: bool) -> pd.DataFrame:
    separator = _separator(text)
    if line := wide_line(text, separator):
        raise FileTrouble(
            "file",
            f"Line {grouped(line)} has more than {limits.TABLE_COLUMNS} columns, "
            "which is the most that "
            "Sizewise reads. Keep those you need. A file with one prompt a line must end in .txt.",
        )
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            sep=separator,
            header=None,  # or pandas cuts what the second line has more than the first
            dtype=str,
            keep_default_na=False,
            nrows=limits.TABLE_ROWS + 1 + heads,
            on_bad_lines="error",
        )
    except EmptyDataError:
        raise FileTrouble("file", "This file is empty: it has no row.") from None
    except ParserError as error:
        raise FileTrouble("file", _why(str(error))) from None
    frame = frame.fillna("")
    named = frame.iloc[0] if heads else [""] * frame.shape[1]
    frame.columns = pd.Index(_names([str(name).strip() for name in named]))
    return frame.iloc[1:] if heads else frame


def _names(named: Sequence[str]) -> list[str]:
    """The columns' names, each once; one without a name is called by its place."""
    names = dict[str, None]()
    for place, name in enumerate(named, start=1):
        first = name or f"column {place}"
        tries = chain([first], (f"{first} ({number})" for number in count(2)))
        names[next(each for each in tries if each not in names)] = None
    return list(names)


def _separator(text: str) -> str:
    """The sign that cuts the first line into the most cells."""
    first = text[:FIRST_LINE].lstrip("\r\n")
    found = {sign: _cells_of_first(first, sign) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: found[sign])


def _cells_of_first(text: str, sign: str) -> int:
    try:
        return len(next(csv.reader(io.StringIO(text), delimiter=sign), []))
    except csv.Error:
        return 0


def _why(message: str) -> str:
    """pandas' message in the learner's words."""
    numbers = [int(word) for word in message.replace(",", " ").split() if word.isdigit()]
    if "Expected" in message and len(numbers) >= 3:
        wanted, line, seen = numbers[-3:]
        return (
            f"Line {grouped(line)} has {seen} cells where the first line has "
            f"{wanted}. Put a text that "
            'holds the separator between double quotes ("…").'
        )
    return "A double quote opens a cell and is never closed, or the rows do not fit together."
