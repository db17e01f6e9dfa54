"""The gradebook as a file for a spreadsheet, for Moodle and for Canvas.

Grades are points of 100. Moodle lets a teacher say which column tells who somebody is, and which
column is which grade ("Grade import", docs.moodle.org). Canvas knows its own columns by their names
and their order, and reads what an assignment is worth from a row "Points Possible" (its source,
gradebook_importer.rb). Neither knows a pseudonym: the teacher writes beside each what the school
calls its learner.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from sizewise.ground.spreadsheet import safe_cell
from sizewise.ground.written import apart, plainly
from sizewise.learn.class_room.gradebook import GradeRow, QuizGrade

GradeFile = Literal["spreadsheet", "moodle", "canvas"]
"""Who reads the file."""

BOM = "\ufeff"
"""By this mark at its start a spreadsheet knows a file as UTF-8; Moodle and Canvas pass over it."""
MOST = 100
"""Points of a whole grade."""

_WHO: Mapping[GradeFile, tuple[str, ...]] = {
    "spreadsheet": ("Pseudonym",),
    "moodle": ("Pseudonym", "ID number", "Email address"),
    "canvas": ("Student", "ID", "SIS User ID", "SIS Login ID", "Section"),
}


def gradebook_csv(kind: GradeFile, titles: Sequence[str], rows: Sequence[GradeRow]) -> str:
    """The file. `titles` name the columns; two that are the same get numbers, since neither program
    could tell them apart.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    who = _WHO[kind]
    writer.writerow([*who, *map(safe_cell, apart(titles))])
    if kind == "canvas":
        writer.writerow(["    Points Possible", *[""] * (len(who) - 1), *[MOST] * len(titles)])
    for row in rows:
        known = [safe_cell(row.pseudonym), *[""] * (len(who) - 1)]
        writer.writerow([*known, *map(_points, row.grades)])
    return BOM + out.getvalue()


def _points(grade: QuizGrade) -> str:
    """Points of 100 with two decimals; nothing before an attempt is finished."""
    if grade.share is None:
        return ""
    return plainly((grade.share * MOST).quantize(Decimal("0.01"), ROUND_HALF_UP))
