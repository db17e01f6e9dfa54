"""Answers in a CSV file: one row for each answer of each learner."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sizewise.ground.cells import Cells, FileTrouble, rows_of
from sizewise.ground.separator import column_name, naming_separator, said_separator
from sizewise.ground.written import grouped, listed, number_of, points
from sizewise.learn.progress.statistics.sittings import Sitting
from sizewise.learn.quiz.mode import MODES

NEEDED = ("learner", "item", "score")
"""Columns without which nothing can be said."""
OPTIONAL = ("quiz", "attempt", "mode", "worth", "options")
"""Columns that say more."""
TOLD = 5
"""Faults that are told one by one; the others are counted."""
MOST = 1_000_000
"""The largest score and worth: sums of squares of much larger ones are no numbers any more."""
_ALONE = "answers"
"""The name of the one quiz in a file that names none."""
_NOT_COUNTED = [name for name, rules in MODES.items() if not rules.counted]

PassedOver = Literal["mode", "later_attempt", "repeated", "empty"]
"""Why a row is not counted. mode: what it answers never counts, such as a warm-up. repeated: the
item was answered before in that attempt. empty: no cell holds anything."""
_WHY: Mapping[PassedOver, tuple[str, str]] = {
    "mode": ("answer", f" in a mode that never counts ({listed(_NOT_COUNTED, 'or')})"),
    "later_attempt": ("answer", " of a later attempt"),
    "repeated": ("answer", " to an item that the learner had answered before"),
    "empty": ("empty row", ""),
}


class SheetUnreadable(ValueError):
    """A file whose answers cannot be counted; the message says what to write."""


@dataclass
class AnswerSheet:
    """The answers to one quiz."""

    sittings: dict[str, Sitting] = field(default_factory=dict)
    """By learner: the first attempt of each."""
    worth: dict[str, float] = field(default_factory=dict)
    """What each item is worth, in the order in which items appear."""


@dataclass(frozen=True)
class AnswerFile:
    """What a CSV file holds, and what of it is passed over."""

    sheets: Mapping[str, AnswerSheet]
    """The answers that count, by quiz."""
    passed_over: Mapping[PassedOver, int]
    """Rows that do not count: how many for each reason, 0 too."""
    other_columns: tuple[str, ...]
    """Names of columns that say nothing here, as they are written."""

    @property
    def passed_over_in_words(self) -> str:
        """How many rows are passed over, and why; empty when none is."""
        found = [
            f"{number_of(rows, _WHY[why][0])}{_WHY[why][1]}"
            for why, rows in self.passed_over.items()
            if rows
        ]
        return listed(found)


class _Row(NamedTuple):
    quiz: str
    learner: str
    attempt: str
    item: str
    score: float
    worth: float
    chosen: tuple[str, ...]


def read_sheet(text: str) -> AnswerFile:
    """The answers of a CSV file by quiz, and what is passed over. Raises SheetUnreadable.

    Columns: learner, item and score; and where they are there quiz, attempt, mode, worth (1 else)
    and options, which are parted by semicolons. Cells are parted as a line `sep=` says, or by the
    sign that finds these names. Of several attempts the first that counts is taken, and of several
    answers of one learner to one item in it the first. Capitals and spaces around a name mean
    nothing, and a number may have a decimal comma.
    """
    said, text = said_separator(text.removeprefix("\ufeff"))
    sign = naming_separator(text, NEEDED, said)
    try:
        return _read(rows_of(text, sign, line=2 if said else 1))
    except FileTrouble as trouble:
        raise SheetUnreadable(str(trouble)) from None


def _read(rows: Iterator[tuple[int, Cells]]) -> AnswerFile:
    written = next(rows, (0, ()))[1]
    names = [column_name(cell) for cell in written]
    _expect_columns(written, names)
    counting, faults = _Counting(), []
    for line, cells in rows:
        try:
            counting.take(line, _given(names, cells))
        except ValueError as fault:
            faults.append(f"Line {grouped(line)}: {fault}")
    if faults:
        more = len(faults) - TOLD
        rest = [f"{grouped(more)} more lines are wrong."] if more > 0 else []
        raise SheetUnreadable("\n".join([*faults[:TOLD], *rest]))
    known = {*NEEDED, *OPTIONAL, ""}
    others = tuple(cell.strip() for cell in written if column_name(cell) not in known)
    found = AnswerFile(counting.sheets, counting.passed_over, others)
    if not found.sheets:
        passed = found.passed_over_in_words
        rest = [f"Passed over: {passed}."] if passed else []
        raise SheetUnreadable(
            " ".join(["There is no answer below the first line that counts.", *rest])
        )
    return found


def _expect_columns(written: Sequence[str], names: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    if missing:
        here = listed([f"`{cell.strip()}`" for cell in written if cell.strip()][:8]) or "none"
        raise SheetUnreadable(
            f"The first line names no column {listed([f'`{name}`' for name in missing], 'or')}. "
            f"It must name {listed([f'`{name}`' for name in NEEDED])}; found: {here}."
        )
    for name in (*NEEDED, *OPTIONAL):
        if names.count(name) > 1:
            raise SheetUnreadable(f"The first line names the column `{name}` twice. Remove one.")


def _given(names: Sequence[str], cells: Cells) -> dict[str, str]:
    """The row's cells by column; empty where it ends early, as sheets leave out what is empty.

    No name and no cell: nothing in the row. Raises ValueError where a cell is behind all names.
    """
    last = max(place for place, name in enumerate(names) if name)
    if any(cell.strip() for cell in cells[last + 1 :]):
        raise ValueError(
            "it has more cells than the first line names. Put a text or number that holds the "
            'separator between double quotes ("0,5").'
        )
    given = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
    return given if any(cell.strip() for cell in cells) else {}


@dataclass
class _Counting:
    """What is counted up to a row."""

    sheets: dict[str, AnswerSheet] = field(default_factory=dict)
    passed_over: Counter[PassedOver] = field(
        default_factory=lambda: Counter(dict.fromkeys(_WHY, 0))
    )
    attempts: dict[tuple[str, str], str] = field(default_factory=dict)
    """By quiz and learner: the first attempt."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """By quiz and item: where it says first what it is worth."""

    def take(self, line: int, given: Mapping[str, str]) -> None:
        """Count a row, or why it is passed over. Raises ValueError where it is wrong."""
        why = self._count(line, given)
        if why:
            self.passed_over[why] += 1

    def _count(self, line: int, given: Mapping[str, str]) -> PassedOver | None:
        if not given:
            return "empty"
        if not _mode_counts(given.get("mode", "")):
            return "mode"
        row = _row(given)
        if self.attempts.setdefault((row.quiz, row.learner), row.attempt) != row.attempt:
            return "later_attempt"
        sheet = self.sheets.setdefault(row.quiz, AnswerSheet())
        if row.item in sheet.sittings.get(row.learner, Sitting({})).marks:
            return "repeated"
        first = self.lines.setdefault((row.quiz, row.item), line)
        worth = sheet.worth.setdefault(row.item, row.worth)
        if worth != row.worth:
            raise ValueError(
                f"`worth` of {row.item} is {points(row.worth)} here and {points(worth)} in line "
                f"{grouped(first)}. Write one worth for an item."
            )
        _add(sheet, row)
        return None


def _mode_counts(written: str) -> bool:
    """Whether answers in a mode count; they do where none is named."""
    if not written:
        return True
    for mode, rules in MODES.items():
        if mode == written.casefold():
            return rules.counted
    raise ValueError(
        f"`mode` is {written[:24]!r}; write {listed(list(MODES), 'or')}, or give the column "
        "another name."
    )


def _row(given: Mapping[str, str]) -> _Row:
    for name in ("learner", "item"):
        if not given.get(name):
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
    """A number from 0, with a point or a comma: a score has no thousands to part."""
    written = given.get(name, "")
    one_comma = written.count(",") == 1 and "." not in written
    try:
        found = float(written.replace(",", ".") if one_comma else written)
    except ValueError:
        found = -1.0
    if not 0 <= found <= MOST or "_" in written:
        raise ValueError(
            f"`{name}` is {written[:24]!r}; write a number from 0 to {grouped(MOST)}, such as 0.5."
        )
    return found


def _add(sheet: AnswerSheet, row: _Row) -> None:
    known = sheet.sittings.get(row.learner, Sitting({}, {}))
    chosen = {row.item: row.chosen} if row.chosen else {}
    sheet.sittings[row.learner] = Sitting(
        {**known.marks, row.item: row.score}, {**known.chosen, **chosen}
    )
