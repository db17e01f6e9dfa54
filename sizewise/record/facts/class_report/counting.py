"""Which answers of whom count for a class, and which of them are right."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, not_, or_, select

from sizewise.learn.quiz.mode import MODES
from sizewise.record import tables
from sizewise.record.facts.attempts import IMPORTED
from sizewise.record.facts.rows import moment

MEMBER, _CLASS, _ANSWER = tables.class_members.c, tables.classes.c, tables.answer.c
_MEASURED = tuple(mode for mode, rules in MODES.items() if rules.measured and rules.first_try)
COUNTED = tuple(mode for mode, rules in MODES.items() if rules.counted)
"""The ways to take a quiz that come to a result."""

RIGHT = case((and_(_ANSWER.score.like("1%"), not_(_ANSWER.score.like("%E%"))), 1), else_=0)
"""1 for an answer that earned the whole point. Scores are decimals from 0 to 1, written out: no
other begins with 1, but for one such as `1E-7`."""

GIVEN_HERE = _ANSWER.brought.is_(None)
"""Whether an answer came in no file. An attempt that was made here may have others."""


def since_joining(at: ColumnElement[str], until: datetime) -> ColumnElement[bool]:
    """From joining until the class is over: `until` is when its last day is, for whoever looks."""
    not_ended = or_(_CLASS.ended_at.is_(None), at < _CLASS.ended_at)
    return and_(at >= MEMBER.joined_at, at < moment(until), not_ended)


def members(class_id: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the members of a class."""
    both = tables.class_members.join(tables.classes)
    return select(*columns).select_from(both).where(MEMBER.class_id == class_id)


def own(class_id: str, until: datetime, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of their answers that count."""
    mine = _ANSWER.learner_id == MEMBER.learner_id
    given = members(class_id, *columns).join(tables.answer, mine)
    return given.where(since_joining(_ANSWER.at, until), here(_ANSWER.attempt_id), GIVEN_HERE)


def measured(class_id: str, until: datetime, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of those answers that say how well something is known."""
    return own(class_id, until, *columns).where(_ANSWER.first_try, _ANSWER.mode.in_(_MEASURED))


def here(attempt_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether an attempt was made on this server."""
    return not_(attempt_id.startswith(IMPORTED, autoescape=True))
