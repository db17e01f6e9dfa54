"""A task's file, with the cases of the table that it names."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from sizewise.benchmark.task import Task
from sizewise.ground.written import listed
from sizewise.library.opened import Opened, open_yaml, text_of
from sizewise.library.read.tree import Page, line_of


def open_task(root: Path, path: Path) -> Opened[Task]:
    """Read a task; what is wrong with its table is said where the task names it."""
    opened = open_yaml(root, path, Task)
    task = opened.value
    if task is None or task.table is None:
        return opened
    line = line_of(opened.root, "table")
    if task.samples:
        what = "has cases of its own and a table"
        opened.page.report(line, "table", what, "keep one of the two")
        return opened
    rows = _rows(root, path.with_name(f"{task.table.file}.csv"), opened.page, line)
    try:
        opened.value = task.with_rows(rows)
    except KeyError as column:
        what = f"the table has no column `{column.args[0]}`"
        opened.page.report(line, "table", what, f"write one of {_columns(rows)}")
    except ValueError:
        what = f"a row of {task.table.file}.csv leaves an empty question or answer"
        opened.page.report(line, "table", what, "fill each row of the columns that are used")
    return opened


def _rows(root: Path, path: Path, page: Page, line: int) -> list[Mapping[str, str]]:
    file = path.relative_to(root).as_posix()
    if not path.is_file():
        page.report(line, "table > file", f"there is no {file}", "name a CSV file in that folder")
        return []
    own = Page(file)
    rows = csv.DictReader(StringIO(text_of(path, own) or ""), restval="")
    for problem in own.problems:
        page.add(problem)
    try:
        return [{name: value for name, value in row.items() if name} for row in rows]
    except csv.Error as error:
        page.report(line, "table", f"{file} is no CSV: {error}", "write it anew")
        return []


def _columns(rows: list[Mapping[str, str]]) -> str:
    return listed(sorted(rows[0])) if rows else "its columns"
