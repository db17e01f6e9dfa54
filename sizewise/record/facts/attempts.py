"""Attempts: which were begun, and how far learners went in them."""

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select

from sizewise.learn.quiz.attempt import Attempt
from sizewise.record import tables
from sizewise.record.facts.rows import Family, moment, rows_with

IMPORTED = "imported-"
"""With this the id of an attempt begins that was brought from elsewhere."""


class Attempts(Family):
    """Attempts at quizzes, and the steps in them."""

    def begin(self, attempt: Attempt) -> None:
        """Note that an attempt started."""
        row = asdict(attempt) | {"item_ids": json.dumps(attempt.item_ids)}
        self._note(tables.attempt, row | {"started_at": moment(attempt.started_at)})

    def attempts(self, learner_id: str, quiz_id: str | None = None) -> tuple[Attempt, ...]:
        """A learner's attempts, at every quiz or at one, oldest first."""
        wanted = rows_with(tables.attempt, learner_id=learner_id, quiz_id=quiz_id)
        return tuple(map(_attempt, self._rows(wanted.order_by(tables.attempt.c.arrival))))

    def move_on(self, attempt_id: str, position: int, at: datetime) -> None:
        """Note that the learner went on to the item at that position, counted from 0."""
        self._note(tables.step, step_row(attempt_id, position, at))

    def positions(self, learner_id: str) -> dict[str, int]:
        """How far a learner went in each attempt, by attempt; none where the first item is next."""
        furthest = (
            select(tables.step.c.attempt_id, func.max(tables.step.c.position).label("position"))
            .join(tables.attempt)
            .where(tables.attempt.c.learner_id == learner_id)
            .group_by(tables.step.c.attempt_id)
        )
        return {row.attempt_id: row.position for row in self._rows(furthest)}

    def brought(self, learner_id: str) -> frozenset[str]:
        """The ids of a learner's attempts that came from elsewhere, or have answers that did."""
        elsewhere = or_(tables.attempt.c.id.startswith(IMPORTED), tables.answer.c.brought)
        wanted = select(tables.attempt.c.id).outerjoin(tables.answer).where(elsewhere)
        of_learner = wanted.where(tables.attempt.c.learner_id == learner_id).distinct()
        return frozenset(row.id for row in self._rows(of_learner))


_FURTHEST = (
    select(func.coalesce(func.max(tables.step.c.position), 0))
    .where(tables.step.c.attempt_id == tables.attempt.c.id)
    .scalar_subquery()
    .label("position")
)
_STANDING = select(tables.attempt, _FURTHEST).where(tables.attempt.c.id == bindparam("attempt_id"))
"""Both are written once: every press asks them, and to build a query takes longer than to answer
it.
"""


def standing_row(connection: Connection, attempt_id: str) -> tuple[Attempt, int] | None:
    """An attempt and how far the learner went in it; none when there is no such attempt."""
    row = connection.execute(_STANDING, {"attempt_id": attempt_id}).first()
    return None if row is None else (_attempt(row), row.position)


def step_row(attempt_id: str, position: int, at: datetime) -> dict[str, Any]:
    """Going on to the item at that position, as a row."""
    return {"attempt_id": attempt_id, "position": position, "at": moment(at)}


def items_from(text: str) -> tuple[str, ...]:
    """The ids of an attempt's items, as its row has them."""
    return tuple(json.loads(text))


def _attempt(row: Row[Any]) -> Attempt:
    values = {each.name: getattr(row, each.name) for each in fields(Attempt)}
    values["item_ids"] = items_from(values["item_ids"])
    values["started_at"] = datetime.fromisoformat(values["started_at"])
    return Attempt(**values)
