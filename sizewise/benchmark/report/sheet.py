"""The report as CSV, for spreadsheets and programs: a line for each row, seconds and dollars."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from sizewise.benchmark.report.columns import OUTCOMES, PACE, TIMED, CellValue, times
from sizewise.benchmark.summary import Summary
from sizewise.ground.spreadsheet import safe_cell
from sizewise.ground.written import plainly

_CELL = ("task", "model", "concurrency")


def report_csv(rows: Sequence[Summary]) -> str:
    """All numbers of the report. Where there is none the cell is empty; an endless time is inf."""
    columns = [*OUTCOMES, *(each for timed in TIMED for each in times(timed)), *PACE]
    plain = {name: get for column in columns for name, get in column.plain.items()}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*_CELL, *plain))
    for row in rows:
        writer.writerow(
            [_cell(value) for value in (*row.cell, *(get(row) for get in plain.values()))]
        )
    return text.getvalue()


def _cell(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return plainly(value)
    if isinstance(value, float):
        return repr(round(value, 9))
    return "" if value is None else safe_cell(str(value))
