"""The attempts of a class, summed up: those that are graded, and those that go on just now."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, Row, Select, and_, cast, exists, func, select

from sizewise.learn.class_room.gradebook import Taken
from sizewise.record import tables
from sizewise.record.facts.attempts import items_from
from sizewise.record.facts.class_report.counting import (
    COUNTED,
    GIVEN_HERE,
    MEMBER,
    RIGHT,
    here,
    members,
    since_joining,
)
from sizewise.record.facts.rows import Family, moment

_ATTEMPT, _ANSWER, _STEP = tables.attempt.c, tables.answer.c, tables.step.c


class ClassAttempts(Family):
    """What a class took, and takes."""

    def taken(self, class_id: str, until: datetime) -> tuple[Taken, ...]:
        """Every attempt that counts and was begun since joining, summed up."""
        wanted = _summed_up(class_id, until, _POSITION.label("position"))
        return tuple(map(_taken, self._rows(wanted)))

    def going(
        self, class_id: str, until: datetime, quiz_id: str, since: datetime
    ) -> tuple[Taken, ...]:
        """The newest attempt of each learner at a quiz, if it was begun since then, by name."""
        newest = func.row_number().over(
            partition_by=_ATTEMPT.learner_id, order_by=_ATTEMPT.arrival.desc()
        )
        lately = and_(_ATTEMPT.quiz_id == quiz_id, _ATTEMPT.started_at >= moment(since))
        more = (_POSITION.label("position"), newest.label("back"))
        tries = _summed_up(class_id, until, *more).where(lately).subquery()
        wanted = select(tries).where(tries.c.back == 1).order_by(tries.c.pseudonym)
        return tuple(map(_taken, self._rows(wanted)))

    def running(self, class_id: str, until: datetime, since: datetime) -> tuple[str, ...]:
        """The quizzes that were begun since then, the one begun last first."""
        begun = _begun(class_id, until, _ATTEMPT.quiz_id)
        begun = begun.where(_ATTEMPT.started_at >= moment(since))
        last = func.max(_ATTEMPT.started_at).desc()
        return tuple(self._scalars(begun.group_by(_ATTEMPT.quiz_id).order_by(last)))

    def _scalars(self, wanted: Select[Any]) -> list[Any]:
        return [row[0] for row in self._rows(wanted)]


_BROUGHT = tables.answer.alias()
_POSITION = (
    select(func.coalesce(func.max(_STEP.position), 0))
    .where(
        _STEP.attempt_id == _ATTEMPT.id,
        ~exists().where(_BROUGHT.c.attempt_id == _ATTEMPT.id, _BROUGHT.c.brought),
    )
    .scalar_subquery()
)
"""How far a learner went; at the first item where answers were brought, which still want to be
given here.
"""


def _begun(class_id: str, until: datetime, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the attempts that count and were begun since joining."""
    mine = _ATTEMPT.learner_id == MEMBER.learner_id
    begun = members(class_id, *columns).join(tables.attempt, mine)
    ours = since_joining(_ATTEMPT.started_at, until)
    return begun.where(ours, here(_ATTEMPT.id), _ATTEMPT.mode.in_(COUNTED))


def _summed_up(class_id: str, until: datetime, *more: ColumnElement[Any]) -> Select[Any]:
    """Those attempts with what was answered in each."""
    what = (MEMBER.pseudonym, _ATTEMPT.quiz_id, _ATTEMPT.mode, _ATTEMPT.item_ids)
    sums = (
        func.coalesce(func.aggregate_strings(_ANSWER.item_id, " "), "").label("answered"),
        func.coalesce(func.sum(cast(_ANSWER.credit, Float)), 0).label("points"),
        func.coalesce(func.sum(RIGHT), 0).label("right"),
        func.coalesce(func.max(_ANSWER.at), _ATTEMPT.started_at).label("last"),
    )
    whole = _begun(class_id, until, *what, *sums, *more)
    given = and_(_ANSWER.attempt_id == _ATTEMPT.id, since_joining(_ANSWER.at, until), GIVEN_HERE)
    return whole.outerjoin(tables.answer, given).group_by(_ATTEMPT.id, MEMBER.pseudonym)


def _taken(row: Row[Any]) -> Taken:
    return Taken(
        pseudonym=row.pseudonym,
        quiz_id=row.quiz_id,
        mode=row.mode,
        asked=items_from(row.item_ids),
        answered=frozenset(row.answered.split()),
        position=row.position,
        points=Decimal(repr(float(row.points))),
        right=row.right,
        last=datetime.fromisoformat(row.last),
    )
