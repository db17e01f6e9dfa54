"""The journal: append what a learner did, read it back. Nothing in it is ever changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, Table, func, select
from sqlalchemy.dialects import sqlite

from sizewise.learn.quiz.attempt import (
    Answer,
    Attempt,
    Standing,
)
from sizewise.learn.quiz.response import Response
from sizewise.record import tables
from sizewise.record.database import Database, default_url


def open_journal(url: str | None = None) -> "Journal":
    """The journal in a database: SIZEWISE_DATABASE_URL, else a file in the user's data folder.

    Brings an older schema up to date first. Raises RecordUnavailable.
    """
    journal = journal_at(url)
    journal.database.open()
    return journal


def journal_at(url: str | None = None) -> "Journal":
    """The same journal, opened when it is needed. Raises RecordUnavailable for no address."""
    return Journal(Database(url or default_url()))


def moment(at: datetime) -> str:
    """A time as the record writes it: ISO 8601, UTC, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Journal:
    """What learners did. Every method raises RecordUnavailable when the database refuses."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def close(self) -> None:
        """Give back every connection."""
        self.database.close()

    # Attempts

    def begin(self, attempt: Attempt) -> None:
        """Note that an attempt started."""
        row = asdict(attempt) | {"item_ids": json.dumps(attempt.item_ids)}
        self._note(tables.attempt, row | {"started_at": moment(attempt.started_at)})

    def attempt(self, attempt_id: str) -> Attempt | None:
        """The attempt of that id, or none."""
        found = self._rows(_where(tables.attempt, id=attempt_id))
        return _attempt(found[0]) if found else None

    def attempts(self, learner_id: str, quiz_id: str | None = None) -> tuple[Attempt, ...]:
        """A learner's attempts, at every quiz or at one, oldest first."""
        wanted = _where(tables.attempt, learner_id=learner_id, quiz_id=quiz_id)
        return tuple(map(_attempt, self._rows(wanted.order_by(tables.attempt.c.arrival))))

    def move_on(self, attempt_id: str, position: int, at: datetime) -> None:
        """Note that the learner went on to the item at that position, counted from 0."""
        self._note(tables.step, _step(attempt_id, position, at))

    def position(self, attempt_id: str) -> int:
        """How far the learner went in an attempt: every item before that one is left behind."""
        furthest = select(func.coalesce(func.max(tables.step.c.position), 0))
        return int(self._rows(furthest.where(tables.step.c.attempt_id == attempt_id))[0][0])

    def standing(self, attempt_id: str) -> Standing | None:
        """Where the attempt of that id stands, or none when there is no such attempt."""
        attempt = self.attempt(attempt_id)
        if attempt is None:
            return None
        given = {each.item_id: each for each in self.answers(attempt_id)}
        return Standing(attempt, given, self.position(attempt_id))

    def positions(self, learner_id: str) -> dict[str, int]:
        """How far a learner went in each attempt, by attempt; none where the first item is next."""
        furthest = (
            select(tables.step.c.attempt_id, func.max(tables.step.c.position).label("position"))
            .join(tables.attempt)
            .where(tables.attempt.c.learner_id == learner_id)
            .group_by(tables.step.c.attempt_id)
        )
        return {row.attempt_id: row.position for row in self._rows(furthest)}

    # Answers

    def append(self, answer: Answer, then: int | None = None) -> Answer:
        """Store an answer and return the stored one: answering twice keeps the first.

        With `then` the learner goes on to the item at that position: both happen, or neither.
        """
        same = _where(tables.answer, attempt_id=answer.attempt_id, item_id=answer.item_id)
        with self.database.writing() as connection:
            once(connection, tables.answer, _row(answer))
            if then is not None:
                once(connection, tables.step, _step(answer.attempt_id, then, answer.at))
            return _answer(connection.execute(same).one())

    def answers(self, attempt_id: str) -> tuple[Answer, ...]:
        """The answers of an attempt, in the order they were given."""
        return self._answers(attempt_id=attempt_id)

    def answers_of(self, learner_id: str, quiz_id: str | None = None) -> tuple[Answer, ...]:
        """The answers of a learner, to every quiz or to one, in the order they were given."""
        return self._answers(learner_id=learner_id, quiz_id=quiz_id)

    def _answers(self, **wanted: str | None) -> tuple[Answer, ...]:
        in_order = _where(tables.answer, **wanted).order_by(tables.answer.c.arrival)
        return tuple(map(_answer, self._rows(in_order)))

    def take_hint(self, attempt_id: str, item_id: str, number: int, at: datetime) -> None:
        """Note that the learner opened a hint, counted from 1."""
        row = {"attempt_id": attempt_id, "item_id": item_id, "number": number, "at": moment(at)}
        self._note(tables.hint, row)

    def hints(self, attempt_id: str, item_id: str) -> int:
        """How many hints were opened for an item."""
        return len(self._rows(_where(tables.hint, attempt_id=attempt_id, item_id=item_id)))

    # Reading

    def read_part(self, learner_id: str, lesson_id: str, anchor: str, at: datetime) -> None:
        """Note that a part of a lesson was read; the first time counts."""
        row = {"learner_id": learner_id, "lesson_id": lesson_id, "anchor": anchor}
        self._note(tables.part_read, row | {"at": moment(at)})

    def parts_read(self, learner_id: str, lesson_id: str) -> frozenset[str]:
        """The anchors of the parts a learner has read."""
        wanted = _where(tables.part_read, learner_id=learner_id, lesson_id=lesson_id)
        return frozenset(row.anchor for row in self._rows(wanted))

    def all_parts_read(self, learner_id: str) -> dict[str, frozenset[str]]:
        """The anchors of the parts a learner has read, by lesson."""
        found: dict[str, set[str]] = {}
        for row in self._rows(_where(tables.part_read, learner_id=learner_id)):
            found.setdefault(row.lesson_id, set()).add(row.anchor)
        return {lesson: frozenset(anchors) for lesson, anchors in found.items()}

    def last_lesson(self, learner_id: str) -> str | None:
        """The lesson of the part that was read last for the first time, or none."""
        wanted = _where(tables.part_read, learner_id=learner_id)
        newest = self._rows(wanted.order_by(tables.part_read.c.arrival.desc()).limit(1))
        return str(newest[0].lesson_id) if newest else None

    # Missions and settings

    def solve_mission(self, learner_id: str, mission_id: str, at: datetime) -> None:
        """Note that a mission was solved; the first time counts."""
        row = {"learner_id": learner_id, "mission_id": mission_id, "at": moment(at)}
        self._note(tables.mission_solved, row)

    def missions_solved(self, learner_id: str) -> frozenset[str]:
        """The ids of the missions a learner has solved."""
        wanted = _where(tables.mission_solved, learner_id=learner_id)
        return frozenset(row.mission_id for row in self._rows(wanted))

    def change_setting(self, learner_id: str, name: str, value: str, at: datetime) -> None:
        """Note that a learner wants a setting to have that value from now on."""
        self.change_settings(learner_id, {name: value}, at)

    def change_settings(self, learner_id: str, values: Mapping[str, str], at: datetime) -> None:
        """Note several changes at once: all of them, or none."""
        with self.database.writing() as connection:
            for name, value in values.items():
                row = {"learner_id": learner_id, "name": name, "value": value, "at": moment(at)}
                once(connection, tables.setting, row)

    def settings(self, learner_id: str) -> dict[str, str]:
        """The newest value of each setting that a learner has ever changed."""
        wanted = _where(tables.setting, learner_id=learner_id).order_by(tables.setting.c.arrival)
        return {row.name: row.value for row in self._rows(wanted)}

    def _note(self, table: Table, row: Mapping[str, Any]) -> None:
        with self.database.writing() as connection:
            once(connection, table, row)

    def _rows(self, wanted: Select[Any]) -> list[Row[Any]]:
        with self.database.reading() as connection:
            return list(connection.execute(wanted))


def once(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row unless its primary key is there already: a double click does no harm."""
    connection.execute(_insert(table, connection.dialect.name), row)


@cache
def _insert(table: Table, dialect: str) -> Insert:
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # a tenth of the record's start, unused by most

        return postgresql.insert(table).on_conflict_do_nothing()
    wanted = sqlite.insert(table).on_conflict_do_nothing()
    if "arrival" not in table.c:
        return wanted
    latest = select(func.coalesce(func.max(table.c.arrival), 0))  # nobody else writes meanwhile
    return wanted.values(arrival=latest.scalar_subquery() + 1)


def _where(table: Table, **wanted: str | None) -> Select[Any]:
    """The rows with these values; None asks for any."""
    given = {name: value for name, value in wanted.items() if value is not None}
    return select(table).where(*(table.c[name] == value for name, value in given.items()))


def _attempt(row: Row[Any]) -> Attempt:
    values = {each.name: getattr(row, each.name) for each in fields(Attempt)}
    values["item_ids"] = tuple(json.loads(values["item_ids"]))
    values["started_at"] = datetime.fromisoformat(values["started_at"])
    return Attempt(**values)


def _step(attempt_id: str, position: int, at: datetime) -> dict[str, Any]:
    return {"attempt_id": attempt_id, "position": position, "at": moment(at)}


def _row(answer: Answer) -> dict[str, Any]:
    exact = {name: str(getattr(answer, name)) for name in ("score", "credit", "chance")}
    mistakes = json.dumps(answer.misconceptions)
    return {
        **vars(answer),
        **exact,
        "response": answer.response.to_json(),
        "misconceptions": mistakes,
        "at": moment(answer.at),
    }


def _answer(row: Row[Any]) -> Answer:
    values = {each.name: getattr(row, each.name) for each in fields(Answer)}
    values |= {name: Decimal(values[name]) for name in ("score", "credit", "chance")}
    values["response"] = Response.from_json(values["response"])
    values["at"] = datetime.fromisoformat(values["at"])
    values["misconceptions"] = tuple(json.loads(values["misconceptions"]))
    return Answer(**values)
