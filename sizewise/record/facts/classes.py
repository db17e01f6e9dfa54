"""Classes: made, opened by their teacher, ended, and deleted with all that belongs to them."""

import secrets
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, delete, or_, select, update

from sizewise.learn.class_room.membership import KEPT, LAST_ZONE, LONGEST, Class, ClassCode
from sizewise.record import tables
from sizewise.record.facts.rows import Family, moment, once, rows_with

SIGNS = "2346789CDFGHJKMNPQRSTVWXY"
"""What codes are made of. None looks like another, and no word can be made of them."""
CODE_LENGTH = 6
CODE_LIFE = timedelta(days=14)


class Classes(Family):
    """Classes and their codes."""

    def make_class(
        self, title: str, teacher_digest: str, at: datetime, ends_on: date | None = None
    ) -> Class:
        """Make a class, with a code to join it. It lasts for LONGEST, and never longer."""
        last = at.date() + LONGEST
        made = Class(uuid4().hex, title, teacher_digest, at, min(ends_on or last, last))
        with self.database.writing() as connection:
            times = {"created_at": moment(at), "ends_on": made.ends_on.isoformat()}
            once(connection, tables.classes, {**vars(made), **times})
            _put_code(connection, made.id, at)
        return made

    def class_of(self, class_id: str) -> Class | None:
        """The class of that id, or none."""
        found = self._rows(rows_with(tables.classes, id=class_id))
        return class_from(found[0]) if found else None

    def classes_opened_by(self, teacher_digest: str) -> tuple[Class, ...]:
        """The classes that a teacher's secret or account opens, oldest first."""
        wanted = rows_with(tables.classes, teacher_digest=teacher_digest)
        return tuple(map(class_from, self._rows(wanted.order_by(tables.classes.c.created_at))))

    def remember_teacher(self, class_id: str, learner_id: str, at: datetime) -> None:
        """Let the browser of a learner open a class for its teacher from now on."""
        row = {"class_id": class_id, "learner_id": learner_id, "at": moment(at)}
        self._note(tables.class_teachers, row)

    def forget_teacher(self, class_id: str, learner_id: str) -> None:
        """Let that browser open it no more."""
        self._remove(tables.class_teachers, class_id=class_id, learner_id=learner_id)

    def renew_teacher(self, class_id: str, teacher_digest: str, learner_id: str) -> None:
        """Let another secret open a class from now on; the old one opens nothing any more, and no
        browser does but this learner's, if it did.
        """
        classes, browsers = tables.classes.c, tables.class_teachers.c
        its = update(tables.classes).where(classes.id == class_id)
        others = delete(tables.class_teachers).where(
            browsers.class_id == class_id, browsers.learner_id != learner_id
        )
        with self.database.erasing() as connection:
            connection.execute(its.values(teacher_digest=teacher_digest))
            connection.execute(others)

    def classes_taught_by(self, learner_id: str) -> tuple[Class, ...]:
        """The classes that the browser of a learner opens for their teacher, oldest first."""
        teachers = tables.class_teachers.c
        wanted = select(tables.classes).join(tables.class_teachers)
        wanted = wanted.where(teachers.learner_id == learner_id)
        return tuple(map(class_from, self._rows(wanted.order_by(tables.classes.c.created_at))))

    def class_code(self, class_id: str) -> ClassCode | None:
        """The newest code of a class, which may have run out; none when there is no such class."""
        found = self._rows(rows_with(tables.class_codes, class_id=class_id))
        return _code(found[0]) if found else None

    def new_class_code(self, class_id: str, at: datetime) -> ClassCode:
        """Another code; whoever has the old one cannot join any more, and all members stay."""
        with self.database.writing() as connection:
            return _put_code(connection, class_id, at)

    def end_class(self, class_id: str, at: datetime) -> None:
        """End a class: nobody can join it, and what its members do from now on is theirs alone."""
        classes = tables.classes.c
        going_on = update(tables.classes).where(classes.id == class_id, classes.ended_at.is_(None))
        with self.database.writing() as connection:
            connection.execute(going_on.values(ended_at=moment(at)))

    def delete_class(self, class_id: str) -> None:
        """Delete a class with its members' names, codes and assignments: all or nothing.

        What is deleted is overwritten. What its learners did stays theirs.
        """
        with self.database.erasing() as connection:
            _delete_whole(connection, [class_id])

    def forget_classes(self, now: datetime, kept: timedelta = KEPT) -> int:
        """Delete the classes whose last day on which they are kept, so many days after their own,
        is over everywhere; how many there were.
        """
        today = now.astimezone(LAST_ZONE).date()
        wanted = select(tables.classes).where(_ended_before(today))
        if not _outdated(self._rows(wanted), kept, today):  # most often, and nobody waits to write
            return 0
        with self.database.erasing() as connection:
            found = _outdated(connection.execute(wanted), kept, today)
            _delete_whole(connection, found)
        return len(found)


def _ended_before(day: date) -> ColumnElement[bool]:
    classes = tables.classes.c
    midnight = datetime.combine(day, time(), UTC)  # the day of its end is one in UTC
    return or_(classes.ended_at < moment(midnight), classes.ends_on < day.isoformat())


def _outdated(rows: Iterable[Row[Any]], kept: timedelta, day: date) -> list[str]:
    return [each.id for each in map(class_from, rows) if each.kept_for(kept) < day]


def _put_code(connection: Connection, class_id: str, at: datetime) -> ClassCode:
    connection.execute(delete(tables.class_codes).where(tables.class_codes.c.class_id == class_id))
    until = {"class_id": class_id, "expires_at": moment(at + CODE_LIFE)}
    its = rows_with(tables.class_codes, class_id=class_id)
    while (found := connection.execute(its).one_or_none()) is None:
        code = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
        once(connection, tables.class_codes, until | {"code": code})
    return _code(found)


def _delete_whole(connection: Connection, class_ids: list[str]) -> None:
    for table in reversed(tables.metadata.sorted_tables):
        if "class_id" in table.c:
            connection.execute(delete(table).where(table.c.class_id.in_(class_ids)))
    connection.execute(delete(tables.classes).where(tables.classes.c.id.in_(class_ids)))


def class_from(row: Row[Any]) -> Class:
    """The class of a row."""
    ended = datetime.fromisoformat(row.ended_at) if row.ended_at else None
    created, last = datetime.fromisoformat(row.created_at), date.fromisoformat(row.ends_on)
    return Class(row.id, row.title, row.teacher_digest, created, last, ended)


def _code(row: Row[Any]) -> ClassCode:
    return ClassCode(row.code, row.class_id, datetime.fromisoformat(row.expires_at))
