"""Progress as one file: taken along from one record, checked, and added to another."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from types import SimpleNamespace
from typing import Any, get_args

from sqlalchemy import Boolean, Column, Integer, String, Table

from sizewise.ground.pasted import NotReadable, read_json
from sizewise.ground.written import grouped
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.response import Certainty, Response
from sizewise.record import tables
from sizewise.record.facts.attempts import IMPORTED
from sizewise.record.facts.own import WHO, OwnRows
from sizewise.record.facts.rows import moment
from sizewise.record.journal import Journal
from sizewise.record.schema import SCHEMA

FORMAT, VERSION = "sizewise-progress", 1
MEGABYTES = 10
"""The largest file that is read: some 15,000 answers."""
MOST_ROWS = 60_000
_TAKEN = [name for name in tables.metadata.tables if name not in (*WHO, *tables.OF_NO_LEARNER)]
_SET_HERE = {"learner_id", "arrival"}
"""Columns that the record which takes the rows fills in."""
_MOST_INTEGER = 2**31 - 1
_DAMAGED = "The file is damaged"
_AGAIN = "Nothing was changed. Export it once more, and bring the new file."


class ExportRefused(ValueError):
    """A file that is not added; the message is for the learner."""


@dataclass(frozen=True)
class Export:
    """A file of progress that was checked."""

    whose: str
    """A fingerprint of the learner it was made of."""
    facts: OwnRows
    """Rows without a learner, by table."""

    @property
    def days(self) -> tuple[date, date] | None:
        """The days of the first and the last fact; none without any."""
        days = [
            datetime.fromisoformat(row.get("at") or row["started_at"]).date()
            for rows in self.facts.values()
            for row in rows
        ]
        return (min(days), max(days)) if days else None

    def count(self, table: str) -> int:
        """How many rows it has for a table."""
        return len(self.facts.get(table, ()))


def exported(journal: Journal, learner_id: str, at: datetime) -> str:
    """A learner's progress as JSON. Which browsers and codes lead to it stays here."""
    facts = {
        name: [{key: row[key] for key in row if key not in _SET_HERE} for row in rows]
        for name, rows in journal.everything(learner_id).items()
        if name in _TAKEN
    }
    told = {
        "format": FORMAT,
        "version": VERSION,
        "schema": SCHEMA,
        "made_at": moment(at),
        "whose": fingerprint(learner_id),
        "facts": facts,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def fingerprint(learner_id: str) -> str:
    """What tells whether two files are of one learner, and leads to nobody."""
    return sha256(f"sizewise export {learner_id}".encode()).hexdigest()[:16]


def read_export(raw: bytes) -> Export:
    """The progress in a file, every row checked. Raises ExportRefused."""
    if len(raw) > MEGABYTES * 1_000_000:
        raise ExportRefused(f"The file is larger than {MEGABYTES} MB. Nothing was changed.")
    try:
        told = read_json(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, NotReadable) as error:
        reason = error if isinstance(error, NotReadable) else "is no text"
        raise ExportRefused(f"{_DAMAGED}: it {reason}. {_AGAIN}") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ExportRefused(
            "This is no file of progress from Sizewise. Bring one that “Take it along” has made; "
            "its name ends in .json. Nothing was changed."
        )
    _expect_known(told)
    try:
        facts = _facts(told["facts"])
        return Export(str(told["whose"])[:64], facts)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise ExportRefused(f"{_DAMAGED}: {_short(error)}. {_AGAIN}") from None


def _short(error: Exception) -> str:
    return str(error)[:120].replace("\n", " ") or "a part is missing"


def _expect_known(told: Mapping[str, Any]) -> None:
    version, schema = told.get("version"), str(told.get("schema", ""))
    if not isinstance(version, int) or version > VERSION or schema > SCHEMA:
        raise ExportRefused(
            "This file was made by a newer Sizewise. Nothing was changed. Update this one, or "
            "bring the file to a server that is as new."
        )


def _facts(told: Mapping[str, Any]) -> OwnRows:
    strange = sorted(set(told) - set(_TAKEN))
    if strange:
        raise ValueError(f"it has a part “{strange[0][:30]}” that nobody knows")
    if sum(map(len, told.values())) > MOST_ROWS:
        raise ValueError(f"it has more than {grouped(MOST_ROWS)} rows")
    facts = {
        name: [_row(tables.metadata.tables[name], row) for row in rows]
        for name, rows in told.items()
    }
    _expect_sense(facts)
    return facts


# One row


def _row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    columns = {column.name: column for column in table.c if column.name not in _SET_HERE}
    if set(row) - set(columns):
        raise ValueError(f"a row of {table.name} has a field that nobody knows")
    return {name: _value(table, column, row.get(name)) for name, column in columns.items()}


def _value(table: Table, column: Column[Any], value: Any) -> Any:
    if value is None and column.nullable:
        return None
    fits = _fits(column, value)
    if not fits:
        raise ValueError(f"“{column.name}” in a row of {table.name} cannot be {str(value)[:30]!r}")
    if column.name in ("at", "started_at"):
        return moment(_aware(value))
    return value


def _fits(column: Column[Any], value: Any) -> bool:
    if isinstance(column.type, Boolean):
        return isinstance(value, bool)
    if isinstance(column.type, Integer):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and 0 <= value <= _MOST_INTEGER
    longest = column.type.length if isinstance(column.type, String) else None
    return isinstance(value, str) and "\0" not in value and len(value) <= (longest or 100_000)


def _aware(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"the time {text!r} says no zone")
    return at


# What rows say together


def _expect_sense(facts: OwnRows) -> None:
    asked = {row["id"]: _items(row) for row in facts.get("attempt", ())}
    for name in ("answer", "step", "hint"):
        for row in facts.get(name, ()):
            if row["attempt_id"] not in asked:
                raise ValueError(f"a row of {name} belongs to no attempt")
            if "item_id" in row and row["item_id"] not in asked[row["attempt_id"]]:
                raise ValueError(f"a row of {name} belongs to no question of its attempt")
    for row in facts.get("answer", ()):
        _expect_answer(SimpleNamespace(**row))


def _items(row: Mapping[str, Any]) -> set[str]:
    items = json.loads(row["item_ids"])
    if row["mode"] not in MODES or not all(isinstance(each, str) for each in items):
        raise ValueError("an attempt has a mode or questions that cannot be")
    return set(items)


def _expect_answer(row: SimpleNamespace) -> None:
    shares = [Decimal(value) for value in (row.score, row.credit, row.chance)]
    if not all(share.is_finite() and 0 <= share <= 1 for share in shares):
        raise ValueError("an answer has a score that cannot be")
    if row.mode not in MODES or row.certainty not in (None, *get_args(Certainty)):
        raise ValueError("an answer has a mode or a certainty that cannot be")
    Response.from_json(row.response)
    if not all(isinstance(each, str) for each in json.loads(row.misconceptions)):
        raise ValueError("an answer has mistakes that cannot be")


# Adding it


def add_export(journal: Journal, learner_id: str, export: Export) -> int:
    """Add a file's progress to a learner's; how many attempts are new.

    What is there stays as it is. Attempts get ids that show where they come from, always the same
    ones: a file that is brought twice adds nothing the second time. Settings that were chosen here
    stay.
    """
    there = {each.id for each in journal.attempts(learner_id)}
    chosen = journal.settings(learner_id)
    facts = export.facts
    ids = {row["id"]: _id(learner_id, row["id"]) for row in facts.get("attempt", ())}
    fresh = {old: new for old, new in ids.items() if old not in there and new not in there}
    journal.add(
        {
            "attempt": [
                _attempt(row, ids, learner_id) for row in _of(facts, "attempt", "id", fresh)
            ],
            "answer": _moved(_of(facts, "answer", "attempt_id", fresh), ids, learner_id),
            "step": _moved(_of(facts, "step", "attempt_id", fresh), ids),
            "hint": _moved(_of(facts, "hint", "attempt_id", fresh), ids),
            "part_read": _owned(facts.get("part_read", ()), learner_id),
            "mission_solved": _owned(facts.get("mission_solved", ()), learner_id),
            "setting": _owned(
                [row for row in facts.get("setting", ()) if row["name"] not in chosen], learner_id
            ),
        }
    )
    return len(fresh)


def _id(learner_id: str, attempt_id: str) -> str:
    return IMPORTED + sha256(f"{learner_id}/{attempt_id}".encode()).hexdigest()[:32]


def _of(
    facts: OwnRows, table: str, field: str, fresh: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    return [row for row in facts.get(table, ()) if row[field] in fresh]


def _attempt(row: Mapping[str, Any], ids: Mapping[str, str], learner_id: str) -> dict[str, Any]:
    parent = ids.get(row["parent_id"], row["parent_id"]) if row["parent_id"] else None
    return {**row, "id": ids[row["id"]], "parent_id": parent, "learner_id": learner_id}


def _moved(
    rows: Iterable[Mapping[str, Any]], ids: Mapping[str, str], learner_id: str | None = None
) -> list[dict[str, Any]]:
    owner = {"learner_id": learner_id} if learner_id else {}
    return [{**row, "attempt_id": ids[row["attempt_id"]], **owner} for row in rows]


def _owned(rows: Sequence[Mapping[str, Any]], learner_id: str) -> list[dict[str, Any]]:
    return [{**row, "learner_id": learner_id} for row in rows]
