"""A learner's answers as a table for spreadsheets: a row for each."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from sizewise.ground.spreadsheet import safe_cell
from sizewise.ground.written import plainly
from sizewise.learn.quiz.attempt import Answer

COLUMNS = (
    "at",
    "quiz",
    "attempt",
    "mode",
    "item",
    "skill",
    "options",
    "number",
    "score",
    "credit",
    "hints",
    "certainty",
    "seconds",
    "mistakes",
)


def answers_csv(answers: Iterable[Answer]) -> str:
    """The table. `options` and `mistakes` are parted by semicolons; times are in UTC.

    The command `stats` reads it once a column `learner` is added.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, answers))
    return out.getvalue()


def _row(answer: Answer) -> list[str]:
    matched = [f"{pair}={option}" for pair, option in answer.response.matched]
    cells = (
        answer.at.isoformat(timespec="seconds"),
        answer.quiz_id,
        answer.attempt_id,
        answer.mode,
        answer.item_id,
        answer.skill,
        ";".join([*answer.response.picked, *matched]),
        answer.response.number or "",
        plainly(answer.score),
        plainly(answer.credit),
        str(answer.hints),
        answer.certainty or "",
        "" if answer.took_ms is None else plainly(Decimal(answer.took_ms) / 1000),
        ";".join(answer.misconceptions),
    )
    return [safe_cell(cell) for cell in cells]
