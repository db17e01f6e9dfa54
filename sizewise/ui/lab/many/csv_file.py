"""A learner's file as a table of texts, or a sentence that says what is wrong with it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count, islice

from sizewise.ground import limits
from sizewise.ground.cells import WHOLE_LINES, Cells, FileTrouble, rows_of, whole_lines
from sizewise.ground.encoding import decoded
from sizewise.ground.separator import SIGNS, likely_separator, said_separator, table_below_a_title
from sizewise.ground.written import grouped, number, number_of

SEPARATORS = {**SIGNS, WHOLE_LINES: "nothing: one prompt a line"}
"""What may separate the cells of a file of prompts, and the word for it."""
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What `str.splitlines` takes for a line, one by one and without the empty ones."""
_MARKDOWN_RULE = re.compile(r"[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{3,}[-:| \t\r]*(?:\n|\Z)")
_BOX = re.compile(
    r"(?:[^\n]*\n)?[ \t]*(?:\+?[-=]{2,}(?:\+[-=]{2,})+\+?|\+[-=]{2,}\+)[ \t\r]*(?:\n|\Z)"
    r"|[┌┏╔╭╒][─━═]"
)
"""How psql, MySQL and others draw a table: a rule in the first or the second line."""
_COLUMN_BOX = re.compile(r"[^\n]*\n[- ]{3,}\r?\n")
_ROWS_BELOW = re.compile(r"\([0-9]+ rows?(?: affected)?\)\s*\Z")
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*%?\s*")


@dataclass(frozen=True)
class PromptTable:
    """Rows of text cells, within the limits, and how they were read."""

    columns: tuple[str, ...]
    """The columns' names."""
    rows: Sequence[Cells]
    """Each row with as many cells as there are columns."""
    separator: str
    """The sign between two cells; the empty one where each line is a cell."""
    heads: bool
    """Whether the first line named the columns."""

    def texts(self, column: str) -> list[str]:
        """The cells of a column, from the first row on."""
        place = self.columns.index(column)
        return [row[place] for row in self.rows]


def read_table(
    raw: bytes,
    encoding: str,
    *,
    heads: bool | None = True,
    lines: bool = False,
    separator: str | None = None,
) -> PromptTable:
    """The file's rows, every cell as text.

    `heads` says whether the first line names the columns; none lets the line itself decide. With
    `lines` each line is one cell, as in a .txt file. Without a `separator` the rows decide. What is
    larger than the limits, or may lose a word, is refused and never read in part. Raises
    FileTrouble.
    """
    _must_be_small(raw)
    text = decoded(raw, encoding, "Choose another encoding, or save the file as UTF-8.")
    if not text.strip():
        raise FileTrouble("file", "This file is empty: it has no row.")
    return _lines(text) if lines else _table(text, heads, separator)


def _must_be_small(raw: bytes) -> None:
    """Refuse by size, before anything else is done with a file."""
    if len(raw) > limits.TABLE_MEGABYTES * limits.BYTES:
        size = len(raw) / limits.BYTES
        most = f"Sizewise reads up to {limits.TABLE_MEGABYTES} MB"
        raise FileTrouble(
            "file", f"This file has {number(size, 1)} MB. {most}: choose a part of it."
        )


def _must_fit(names: Sequence[str], rows: Sequence[Cells]) -> None:
    if not rows:
        raise FileTrouble("file", "This file has a line of column names and no row below it.")
    if len(rows) > limits.TABLE_ROWS:
        raise FileTrouble(
            "file",
            f"This file has more than {grouped(limits.TABLE_ROWS)} rows, which is the most that "
            "Sizewise counts. Split it, or keep a part of it.",
        )
    longest = max(map(len, names))
    if longest > limits.NAME_CHARACTERS:
        raise FileTrouble(
            "names",
            f"The first line has a column name of {grouped(longest)} characters. If that line "
            "holds no names, switch “The first line names the columns” off.",
        )


def _lines(text: str) -> PromptTable:
    _refuse_a_box(text.lstrip("\r\n"))
    written = (found.group() for found in _LINE.finditer(text) if found.group().strip())
    rows = [(line,) for line in islice(written, limits.TABLE_ROWS + 1)]
    _must_fit(("line",), rows)
    return PromptTable(("line",), rows, WHOLE_LINES, heads=False)


def _table(text: str, heads: bool | None, separator: str | None) -> PromptTable:
    said, text = said_separator(text)
    if separator is None and said is None:
        _refuse_other_formats(text)
    sign = separator if separator is not None else said or likely_separator(text)
    found = _found(text, sign, whole=separator == WHOLE_LINES, line=2 if said else 1)
    if not found:
        raise FileTrouble("file", "This file is empty: it has no row with a word in it.")
    rows = [cells for _, cells in found]
    if heads is None:
        heads = _plausible_names(rows[0])
    if separator is None and sign == WHOLE_LINES and (under := table_below_a_title(text)):
        raise _title(1, f"all others are cut by {SEPARATORS[under]}")
    _must_be_even(found, sign)
    names = _names([cell.strip() for cell in rows[0]] if heads else [""] * len(rows[0]))
    below = rows[1:] if heads else rows
    _must_fit(names, below)
    if heads:
        _refuse_a_title(rows, len(names))
    return PromptTable(tuple(names), below, sign, heads)


def _found(text: str, sign: str, *, whole: bool, line: int) -> list[tuple[int, Cells]]:
    """Rows up to two more than fit, with their lines."""
    rows = whole_lines(text, line) if whole else rows_of(text, sign, line, filled=True)
    try:
        return list(islice(rows, limits.TABLE_ROWS + 2))
    except FileTrouble as trouble:
        if trouble.field != "width":
            raise
        way_out = "If every line is one prompt, choose so below."
        raise FileTrouble("separator", f"{trouble} {way_out}") from None


def _refuse_a_title(rows: Sequence[Cells], columns: int) -> None:
    """Refuse a first line that stands above the names: a title, or names of groups of columns."""
    first, second, *others = rows
    filled = sum(bool(cell.strip()) for cell in first)
    if first[0].strip() and filled == 1 < columns and sum(map(bool, second)) > 1:
        raise _title(1, f"there are {number_of(columns, 'column')}")
    if filled < columns and all(map(str.strip, second)) and _plausible_names(second):
        numbers = any(all(map(_NUMBER.fullmatch, column)) for column in zip(*others, strict=True))
        if len(set(second)) < columns or numbers:
            raise FileTrouble(
                "separator",
                f"The first line has {number_of(filled, 'name')} for {number_of(columns, 'column')}"
                ", and the second line reads like their names. If so, delete the first line from "
                "the file. Else give every column a name.",
            )


def _title(cells: int, others: str) -> FileTrouble:
    return FileTrouble(
        "separator",
        f"The first line has {number_of(cells, 'cell')}, and {others}. If it is a title, delete it "
        "from the file. If every line is one prompt, choose so below.",
    )


def _must_be_even(found: Sequence[tuple[int, Cells]], sign: str) -> None:
    """Refuse a row with other cells than the first one: a text in it was cut, or it is no row."""
    wanted = len(found[0][1])
    for line, cells in found:
        if len(cells) != wanted:
            raise FileTrouble(
                "separator",
                f"Line {grouped(line)} has {number_of(len(cells), 'cell')} where the first line "
                f"has {wanted}, separated by {SEPARATORS[sign]}. Put a text that holds the "
                'separator between double quotes ("…"), delete a title above the names, or choose '
                "another separator below.",
            )


def _refuse_other_formats(text: str) -> None:
    start = text.lstrip()
    first = start.split("\n", 1)[0]
    if first[:1] in ("{", "[") and _is_json(first, start):
        raise FileTrouble(
            "separator",
            "This is JSON, no table. Save the prompts as CSV, or choose below that every line is "
            "one prompt.",
        )
    _refuse_a_box(text.lstrip("\r\n"))
    if _MARKDOWN_RULE.match(start):
        raise FileTrouble("file", "This is a Markdown table. Save it as CSV, then choose it.")
    if first[:1] == "<" and first[1:].lower().startswith(("table", "html", "!doctype", "?xml")):
        raise FileTrouble("file", "This is a web page or XML, no table. Save it as CSV.")


def _refuse_a_box(text: str) -> None:
    if _BOX.match(text) or (_COLUMN_BOX.match(text) and _ROWS_BELOW.search(text[-100:])):
        raise FileTrouble(
            "file",
            "This is a table drawn with strokes, as a database prints it. Save it as CSV, then "
            "choose it.",
        )


def _is_json(first: str, whole: str) -> bool:
    """Whether the first line is JSON, or opens it."""
    if first.strip() in ("{", "["):
        return whole.rstrip().endswith(("}", "]"))
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _plausible_names(cells: Cells) -> bool:
    """Whether a first row reads like names of columns, and not like prompts."""
    most = 3 if len(cells) == 1 else 6
    return all(
        len(cell.split()) <= most
        and not cell.strip().endswith((".", "?", "!", "…"))
        and not _NUMBER.fullmatch(cell)
        for cell in cells
    )


def _names(named: Sequence[str]) -> list[str]:
    """The columns' names, each once; one without a name is called by its place."""
    names = dict[str, None]()
    for place, name in enumerate(named, start=1):
        first = name or f"column {place}"
        tries = chain([first], (f"{first} ({number})" for number in count(2)))
        names[next(each for each in tries if each not in names)] = None
    return list(names)
