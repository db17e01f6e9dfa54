"""Progress as one file: taken along from one record, and checked before it is added to another."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from types import SimpleNamespace
from typing import Any, get_args

from sqlalchemy import Boolean, Column, Integer, String, Table

from sizewise.ground.pasted import NotReadable, read_json
from sizewise.ground.written import grouped
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.response import Certainty
from sizewise.record import tables
from sizewise.record.facts.own import WHO, OwnRows
from sizewise.record.facts.rows import moment
from sizewise.record.journal import Journal
from sizewise.record.schema import SCHEMA

FORMAT, VERSION = "sizewise-progress", 1
MEGABYTES = 10
"""The largest file that is read: some 15,000 answers."""
MOST_ROWS = 60_000
_TAKEN = [name for name in tables.metadata.tables if name not in (*WHO, *tables.OF_NO_LEARNER)]
_SET_HERE = {"learner_id", "arrival", "brought"}
"""Columns that the record which takes the rows fills in."""
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Where a computer begins that has lost its clock: nobody did anything before."""
_AHEAD = timedelta(days=1)
"""How far the clock of another computer may be ahead of ours."""
_HALVES = re.compile("[\ud800-\udfff]")
_SHARE = re.compile(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?")
"""A decimal as the record writes it, which every database can read."""
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


def read_export(raw: bytes, now: datetime) -> Export:
    """The progress in a file, every row checked. No time in it may be more than a day after `now`.

    Raises ExportRefused.
    """
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
        facts = _facts(told["facts"], now + _AHEAD)
        return Export(str(told["whose"])[:64], facts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportRefused(f"{_DAMAGED}: {_short(error)}. {_AGAIN}") from None


def _short(error: Exception) -> str:
    """Its words, in signs that can be sent to a browser."""
    words = str(error)[:120].replace("\n", " ") or "a part is missing"
    return words.encode(errors="backslashreplace").decode()


def _expect_known(told: Mapping[str, Any]) -> None:
    version, schema = told.get("version"), str(told.get("schema", ""))
    if not isinstance(version, int) or version > VERSION or schema > SCHEMA:
        raise ExportRefused(
            "This file was made by a newer Sizewise. Nothing was changed. Update this one, or "
            "bring the file to a server that is as new."
        )


def _facts(told: Mapping[str, Any], latest: datetime) -> OwnRows:
    strange = sorted(set(told) - set(_TAKEN))
    if strange:
        raise ValueError(f"it has a part “{strange[0][:30]}” that nobody knows")
    if sum(map(len, told.values())) > MOST_ROWS:
        raise ValueError(f"it has more than {grouped(MOST_ROWS)} rows")
    facts = {
        name: [_row(tables.metadata.tables[name], row, latest) for row in rows]
        for name, rows in told.items()
    }
    _expect_sense(facts)
    return facts


# One row


def _row(table: Table, row: Mapping[str, Any], latest: datetime) -> dict[str, Any]:
    columns = {column.name: column for column in table.c if column.name not in _SET_HERE}
    if set(row) - set(columns):
        raise ValueError(f"a row of {table.name} has a field that nobody knows")
    found = {name: _value(table, column, row.get(name)) for name, column in columns.items()}
    for name in found.keys() & {"at", "started_at"}:
        found[name] = _time(found[name], latest)
    return found


def _value(table: Table, column: Column[Any], value: Any) -> Any:
    if not (_fits(column, value) or (value is None and column.nullable)):
        raise ValueError(f"“{column.name}” in a row of {table.name} cannot be {str(value)[:30]!r}")
    return value


def _fits(column: Column[Any], value: Any) -> bool:
    if isinstance(column.type, Boolean):
        return isinstance(value, bool)
    if isinstance(column.type, Integer):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and 0 <= value <= _MOST_INTEGER
    longest = column.type.length if isinstance(column.type, String) else None
    return _is_text(value) and "\0" not in value and len(value) <= (longest or 100_000)


def _is_text(value: Any) -> bool:
    """Whether it is text that can be kept and sent: half a pair of surrogates cannot."""
    return isinstance(value, str) and not _HALVES.search(value)


def _time(text: str, latest: datetime) -> str:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"the time {text!r} says no zone")
    if not _EARLIEST <= at <= latest:
        raise ValueError(f"the time {text!r} cannot be: the clock that told it was wrong")
    return moment(at)


# What rows say together


def _expect_sense(facts: OwnRows) -> None:
    asked = {row["id"]: _items(row) for row in facts.get("attempt", ())}
    for name in ("answer", "step", "hint"):
        for row in facts.get(name, ()):
            if row["attempt_id"] not in asked:
                raise ValueError(f"a row of {name} belongs to no attempt")
            items = asked[row["attempt_id"]]
            if "item_id" in row and row["item_id"] not in items:
                raise ValueError(f"a row of {name} belongs to no question of its attempt")
            if row.get("position", 0) > len(items):
                raise ValueError(f"a row of {name} is behind the end of its attempt")
    for row in facts.get("answer", ()):
        _expect_answer(SimpleNamespace(**row))


def _items(row: Mapping[str, Any]) -> list[str]:
    items = read_json(row["item_ids"])
    if row["mode"] not in MODES or not _are_texts(items):
        raise ValueError("an attempt has a mode or questions that cannot be")
    return list(items)


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(map(_is_text, values))


def _expect_answer(row: SimpleNamespace) -> None:
    shares = (row.score, row.credit, row.chance)
    if not all(_SHARE.fullmatch(each) and 0 <= Decimal(each) <= 1 for each in shares):
        raise ValueError("an answer has a score that cannot be")
    if row.mode not in MODES or row.certainty not in (None, *get_args(Certainty)):
        raise ValueError("an answer has a mode or a certainty that cannot be")
    given = read_json(row.response)
    number, pairs = given["number"], given.get("matched", [])
    matched = isinstance(pairs, list) and all(_are_texts(each) and len(each) == 2 for each in pairs)
    if not (_are_texts(given["picked"]) and matched and (number is None or _is_text(number))):
        raise ValueError("an answer has a response that cannot be")
    if not _are_texts(read_json(row.misconceptions)):
        raise ValueError("an answer has mistakes that cannot be")
