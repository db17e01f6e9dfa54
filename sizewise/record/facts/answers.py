"""Answers and hints: what learners gave and took, item by item."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.response import Response
from sizewise.record import tables
from sizewise.record.facts.attempts import step_row
from sizewise.record.facts.rows import Family, moment, once, rows_with


class Answers(Family):
    """Answers to items, and hints that were opened before."""

    def append(self, answer: Answer, then: int | None = None) -> Answer:
        """Store an answer and return the stored one: answering twice keeps the first.

        With `then` the learner goes on to the item at that position: both happen, or neither.
        """
        with self.database.writing() as connection:
            once(connection, tables.answer, _row(answer))
            if then is not None:
                once(connection, tables.step, step_row(answer.attempt_id, then, answer.at))
            of = {"attempt_id": answer.attempt_id, "item_id": answer.item_id}
            return answer_from(connection.execute(_STORED, of).one())

    def answers(self, attempt_id: str) -> tuple[Answer, ...]:
        """The answers of an attempt, in the order they were given."""
        with self.database.reading() as connection:
            return answers_in(connection, attempt_id)

    def answers_of(self, learner_id: str, quiz_id: str | None = None) -> tuple[Answer, ...]:
        """The answers of a learner, to every quiz or to one, in the order they were given."""
        return self._answers(learner_id=learner_id, quiz_id=quiz_id)

    def _answers(self, **wanted: str | None) -> tuple[Answer, ...]:
        in_order = rows_with(tables.answer, **wanted).order_by(tables.answer.c.arrival)
        return tuple(map(answer_from, self._rows(in_order)))

    def take_hint(self, attempt_id: str, item_id: str, number: int, at: datetime) -> None:
        """Note that the learner opened a hint, counted from 1."""
        row = {"attempt_id": attempt_id, "item_id": item_id, "number": number, "at": moment(at)}
        self._note(tables.hint, row)

    def hints(self, attempt_id: str, item_id: str) -> int:
        """How many hints were opened for an item."""
        with self.database.reading() as connection:
            return hints_in(connection, attempt_id, item_id)


_STORED = select(tables.answer).where(
    tables.answer.c.attempt_id == bindparam("attempt_id"),
    tables.answer.c.item_id == bindparam("item_id"),
)
_HINTS = select(func.count()).where(
    tables.hint.c.attempt_id == bindparam("attempt_id"),
    tables.hint.c.item_id == bindparam("item_id"),
)
_IN_ORDER = (
    select(tables.answer)
    .where(tables.answer.c.attempt_id == bindparam("attempt_id"))
    .order_by(tables.answer.c.arrival)
)


def answers_in(connection: Connection, attempt_id: str) -> tuple[Answer, ...]:
    """The answers of an attempt, in the order they were given."""
    return tuple(map(answer_from, connection.execute(_IN_ORDER, {"attempt_id": attempt_id})))


def hints_in(connection: Connection, attempt_id: str, item_id: str) -> int:
    """How many hints were opened for an item."""
    of = {"attempt_id": attempt_id, "item_id": item_id}
    return int(connection.execute(_HINTS, of).scalar_one())


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


_NAMES = tuple(each.name for each in fields(Answer))
_VALUES = attrgetter(*_NAMES)


def answer_from(row: Row[Any]) -> Answer:
    """The answer of a row."""
    values = list(_VALUES(row))
    for at, read in _READERS:
        values[at] = read(values[at])
    return Answer(*values)


@lru_cache
def _mistakes(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


# Many answers have the same few texts in them, and every press reads those of an attempt anew.
_exact = lru_cache(Decimal)
_READ: dict[str, Callable[[str], Any]] = {
    "response": lru_cache(Response.from_json),
    "score": _exact,
    "credit": _exact,
    "chance": _exact,
    "at": datetime.fromisoformat,
    "misconceptions": _mistakes,
}
"""Columns that hold no plain values, and what makes them what they stand for."""
_READERS = tuple((_NAMES.index(name), read) for name, read in _READ.items())
