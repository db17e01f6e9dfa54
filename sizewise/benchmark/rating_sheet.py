"""A rater's sheet as CSV: given out with an empty column, and read when it comes back."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sizewise.benchmark.rating import Blinded, Rating, RatingScale
from sizewise.ground.separator import column_name, naming_separator, said_separator
from sizewise.ground.spreadsheet import safe_cell
from sizewise.ground.written import listed

COLUMNS = ("place", "code", "task", "question", "answer", "rating")
NEEDED = ("code", "rating")
"""Columns without which no rating can be read."""


class SheetProblem(NamedTuple):
    """What is wrong in a sheet: the row as a spreadsheet numbers it, and a sentence."""

    row: int
    message: str


@dataclass(frozen=True)
class ReadSheet:
    """The ratings of a sheet and everything that is wrong with it; what is right still counts."""

    ratings: tuple[Rating, ...]
    problems: tuple[SheetProblem, ...]


def sheet_csv(rows: Sequence[Blinded], questions: Mapping[str, str] | None = None) -> str:
    """A sheet to fill in; `questions` has what each reply was asked, by its code."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(rows, 1):
        asked = safe_cell((questions or {}).get(row.code, ""))
        writer.writerow((number, row.code, safe_cell(row.task), asked, safe_cell(row.text), ""))
    return text.getvalue()


def read_sheet(text: str, rater: str, codes: Collection[str], scale: RatingScale) -> ReadSheet:
    """The ratings of a sheet that came back, whatever sign a spreadsheet put between cells."""
    try:
        rows = [(number, row) for number, row in enumerate(_rows(text), 1) if "".join(row).strip()]
    except csv.Error as error:
        return ReadSheet((), (SheetProblem(1, f"This cannot be read as CSV: {error}."),))
    names = [column_name(cell) for cell in rows[0][1]] if rows else []
    missing = [name for name in NEEDED if name not in names]
    if missing:
        said = f"The first row must name the columns; {listed(missing)} cannot be found."
        return ReadSheet((), (SheetProblem(1, said),))
    at = names.index("code"), names.index("rating")
    cells = [(number, *_cells(row, at)) for number, row in rows[1:]]
    ratings: dict[str, Rating] = {}
    problems: list[SheetProblem] = []
    for number, code, label in cells:
        said = _wrong(code, label, codes, scale, ratings)
        if said:
            problems.append(SheetProblem(number, said))
        else:
            ratings[code] = Rating(rater, code, scale.place(label) or 0)
    problems += _left_out(codes, {code for _, code, _ in cells})
    return ReadSheet(tuple(ratings.values()), tuple(problems))


def _cells(row: Sequence[str], at: tuple[int, int]) -> tuple[str, str]:
    code, label = (row[place].strip() if place < len(row) else "" for place in at)
    return code, label


def _rows(text: str) -> list[list[str]]:
    said, text = said_separator(text.removeprefix("\ufeff"))
    separator = naming_separator(text, NEEDED, said)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def _wrong(
    code: str, label: str, codes: Collection[str], scale: RatingScale, done: Collection[str]
) -> str:
    """What is wrong with a row; nothing when it can be counted."""
    if code not in codes:
        return f"No reply has the code {code!r}. Leave that column as it was given out."
    if code in done:
        return f"{code} was rated above, and that rating counts."
    if not label:
        return f"{code} has no rating. Write {listed(scale.labels, 'or')}."
    if scale.place(label) is None:
        return f"{label!r} is no rating. Write {listed(scale.labels, 'or')}."
    return ""


def _left_out(codes: Collection[str], there: Collection[str]) -> Iterator[SheetProblem]:
    gone = [code for code in codes if code not in there]
    if gone:
        yield SheetProblem(1, f"These replies have no row any more: {listed(gone)}.")
