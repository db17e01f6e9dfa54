"""The journal: append what a learner did, read it back. Nothing in it is ever changed."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from sizewise.learn.attempt import Answer, Attempt
from sizewise.learn.scoring import Response
from sizewise.record import tables
from sizewise.record.database import connect, default_url, speaking


def open_journal(url: str | None = None) -> "Journal":
    """The journal in a database, by default the one of `default_url`.

    Brings an older schema up to date first. Raises RecordUnavailable.
    """
    url = url or default_url()
    return Journal(connect(url), url)


def moment(at: datetime) -> str:
    """A time as the record writes it: ISO 8601, UTC, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Journal:
    """What learners did. Every method raises RecordUnavailable when the database refuses."""

    def __init__(self, engine: Engine, url: str) -> None:
        self._engine = engine
        self.url = url

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction whose errors are sentences."""
        with speaking(self.url), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()

    # Attempts

    def begin(self, attempt: Attempt) -> None:
        """Note that an attempt started."""
        row = asdict(attempt)
        row["item_ids"] = json.dumps(attempt.item_ids)
        row["started_at"] = moment(attempt.started_at)
        with self.transaction() as connection:
            once(connection, tables.attempt, row)

    def attempt(self, attempt_id: str) -> Attempt | None:
        """The attempt of that id, or none."""
        found = self._rows(tables.attempt, id=attempt_id)
        return _attempt(found[0]) if found else None

    def attempts(self, learner_id: str) -> tuple[Attempt, ...]:
        """A learner's attempts, oldest first."""
        rows = self._rows(tables.attempt, learner_id=learner_id)
        return tuple(sorted(map(_attempt, rows), key=lambda each: (each.started_at, each.id)))

    def open_attempt(self, learner_id: str, quiz_id: str) -> Attempt | None:
        """The newest attempt at a quiz that is not finished, or none."""
        for attempt in reversed(self.attempts(learner_id)):
            if attempt.quiz_id == quiz_id and self.position(attempt.id) < len(attempt.item_ids):
                return attempt
        return None

    def move_on(self, attempt_id: str, position: int, at: datetime) -> None:
        """Note that the learner went on to the item at that position, counted from 0."""
        row = {"attempt_id": attempt_id, "position": position, "at": moment(at)}
        with self.transaction() as connection:
            once(connection, tables.step, row)

    def position(self, attempt_id: str) -> int:
        """Where an attempt stands: the furthest position; the number of items when finished."""
        wanted = tables.step.c.attempt_id == attempt_id
        with self.transaction() as connection:
            furthest = connection.scalar(select(func.max(tables.step.c.position)).where(wanted))
        return furthest or 0

    # Answers

    def append(self, answer: Answer) -> Answer:
        """Store an answer and return the stored one: answering twice keeps the first."""
        row = asdict(answer)
        row |= {"response": answer.response.to_json(), "at": moment(answer.at)}
        row |= {name: str(row[name]) for name in ("score", "credit", "chance")}
        row["misconceptions"] = json.dumps(answer.misconceptions)
        with self.transaction() as connection:
            once(connection, tables.answer, row)
            return _answer(
                connection.execute(
                    select(tables.answer).where(
                        tables.answer.c.attempt_id == answer.attempt_id,
                        tables.answer.c.item_id == answer.item_id,
                    )
                ).one()
            )

    def answers(self, attempt_id: str) -> tuple[Answer, ...]:
        """The answers of an attempt, in the order they were given."""
        return self._answers(attempt_id=attempt_id)

    def answers_of(self, learner_id: str) -> tuple[Answer, ...]:
        """Every answer of a learner, in the order they were given."""
        return self._answers(learner_id=learner_id)

    def _answers(self, **wanted: str) -> tuple[Answer, ...]:
        rows = self._rows(tables.answer, **wanted)
        return tuple(sorted(map(_answer, rows), key=lambda each: (each.at, each.item_id)))

    def take_hint(self, attempt_id: str, item_id: str, number: int, at: datetime) -> None:
        """Note that the learner opened a hint, counted from 1."""
        row = {"attempt_id": attempt_id, "item_id": item_id, "number": number, "at": moment(at)}
        with self.transaction() as connection:
            once(connection, tables.hint, row)

    def hints(self, attempt_id: str, item_id: str) -> int:
        """How many hints were opened for an item."""
        return len(self._rows(tables.hint, attempt_id=attempt_id, item_id=item_id))

    # Reading

    def read_part(self, learner_id: str, lesson_id: str, anchor: str, at: datetime) -> None:
        """Note that a part of a lesson was read."""
        row = {"learner_id": learner_id, "lesson_id": lesson_id, "anchor": anchor}
        with self.transaction() as connection:
            once(connection, tables.part_read, {**row, "at": moment(at)})

    def parts_read(self, learner_id: str, lesson_id: str) -> frozenset[str]:
        """The anchors of the parts a learner has read."""
        rows = self._rows(tables.part_read, learner_id=learner_id, lesson_id=lesson_id)
        return frozenset(row.anchor for row in rows)

    def last_lesson(self, learner_id: str) -> str | None:
        """The lesson of the part read last, or none."""
        rows = self._rows(tables.part_read, learner_id=learner_id)
        return max(rows, key=lambda row: str(row.at)).lesson_id if rows else None

    def _rows(self, table: Table, **wanted: str) -> list[Row[Any]]:
        conditions = [table.c[name] == value for name, value in wanted.items()]
        with self.transaction() as connection:
            return list(connection.execute(select(table).where(*conditions)))


def once(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row unless its primary key is there already."""
    dialect = connection.dialect.name
    if dialect == "sqlite":
        connection.execute(sqlite.insert(table).values(row).on_conflict_do_nothing())
    elif dialect == "postgresql":
        connection.execute(postgresql.insert(table).values(row).on_conflict_do_nothing())
    else:
        keys = [column == row[column.name] for column in table.primary_key]
        if connection.execute(select(table).where(*keys)).first() is None:
            connection.execute(insert(table).values(row))


def _attempt(row: Row[Any]) -> Attempt:
    values = dict(row._mapping)
    values["item_ids"] = tuple(json.loads(values["item_ids"]))
    values["started_at"] = datetime.fromisoformat(values["started_at"])
    return Attempt(**values)


def _answer(row: Row[Any]) -> Answer:
    values = dict(row._mapping)
    values |= {name: Decimal(values[name]) for name in ("score", "credit", "chance")}
    values["response"] = Response.from_json(values["response"])
    values["at"] = datetime.fromisoformat(values["at"])
    values["misconceptions"] = tuple(json.loads(values["misconceptions"]))
    return Answer(**values)
