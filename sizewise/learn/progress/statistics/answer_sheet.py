"""Answers in a CSV file: one row for each answer of each learner."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import NamedTuple

from sizewise.ground.written import grouped, listed, points
from sizewise.learn.progress.statistics.sittings import Sitting

NEEDED = ("learner", "item", "score")
"""Columns without which nothing can be said."""
TOLD = 5
"""Faults that are told one by one; the others are counted."""
_ALONE = "answers"
"""The name of the one quiz in a file that names none."""


class SheetUnreadable(ValueError):
    """A file whose answers cannot be counted; the message says what to write."""


@dataclass
class AnswerSheet:
    """The answers to one quiz."""

    sittings: dict[str, Sitting] = field(default_factory=dict)
    """By learner: the first attempt of each."""
    worth: dict[str, float] = field(default_factory=dict)
    """What each item is worth, in the order in which items appear."""


class _Row(NamedTuple):
    quiz: str
    learner: str
    attempt: str
    item: str
    score: float
    worth: float
    chosen: tuple[str, ...]


def read_sheet(text: str) -> Mapping[str, AnswerSheet]:
    """The answers of a CSV file by quiz. Raises SheetUnreadable.

    Columns: learner, item and score; and where they are there quiz, attempt, worth (1 else) and
    options, which are parted by semicolons. Of several attempts the first counts, and of several
    answers of one learner to one item in it the first.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        _expect_columns(reader.fieldnames or ())
        rows = _rows(reader)
    except csv.Error as error:
        raise SheetUnreadable(f"Line {reader.line_num} is no CSV ({error}).") from None
    sheets: dict[str, AnswerSheet] = {}
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        if first.setdefault((row.quiz, row.learner), row.attempt) == row.attempt:
            _add(sheets.setdefault(row.quiz, AnswerSheet()), row)
    return sheets


def _expect_columns(found: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in found]
    if missing:
        here = listed([f"`{name}`" for name in found][:8]) or "none"
        raise SheetUnreadable(
            f"The first line names no column {listed([f'`{name}`' for name in missing], 'or')}. "
            f"It must name {listed([f'`{name}`' for name in NEEDED])}; found: {here}."
        )
    twice = sorted({name for name in found if found.count(name) > 1})
    if twice:
        raise SheetUnreadable(f"The first line names the column `{twice[0]}` twice. Remove one.")


def _rows(reader: "csv.DictReader[str]") -> list[_Row]:
    rows, faults = [], []
    for cells in reader:
        try:
            rows.append(_row(cells))
        except ValueError as fault:
            faults.append(f"Line {reader.line_num}: {fault}")
    if faults:
        more = len(faults) - TOLD
        rest = [f"{grouped(more)} more lines are wrong."] if more > 0 else []
        raise SheetUnreadable("\n".join([*faults[:TOLD], *rest]))
    if not rows:
        raise SheetUnreadable("There is no answer below the first line.")
    return rows


def _row(cells: Mapping[str | None, str | list[str] | None]) -> _Row:
    if None in cells or None in cells.values():
        raise ValueError("it has more or fewer cells than the first line.")
    given = {str(name): str(cell).strip() for name, cell in cells.items()}
    for name in ("learner", "item"):
        if not given[name]:
            raise ValueError(f"`{name}` is empty.")
    worth = _number(given, "worth") if given.get("worth") else 1.0
    score = _number(given, "score")
    if score > worth:
        most = points(worth)
        raise ValueError(f"`score` {given['score']} is more than the item is worth, {most}.")
    chosen = tuple(filter(None, (each.strip() for each in given.get("options", "").split(";"))))
    quiz, attempt = given.get("quiz") or _ALONE, given.get("attempt", "")
    return _Row(quiz, given["learner"], attempt, given["item"], score, worth, chosen)


def _number(given: Mapping[str, str], name: str) -> float:
    try:
        found = float(given[name])
    except ValueError:
        found = -1.0
    if not isfinite(found) or found < 0:
        raise ValueError(f"`{name}` is {given[name][:24]!r}; write a number from 0, such as 0.5.")
    return found


def _add(sheet: AnswerSheet, row: _Row) -> None:
    known = sheet.sittings.get(row.learner, Sitting({}, {}))
    if row.item in known.marks:
        return
    chosen = {row.item: row.chosen} if row.chosen else {}
    sheet.sittings[row.learner] = Sitting(
        {**known.marks, row.item: row.score}, {**known.chosen, **chosen}
    )
    sheet.worth.setdefault(row.item, row.worth)
