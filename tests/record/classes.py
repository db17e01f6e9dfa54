"""Classes for tests of the record."""

from datetime import date

from sqlalchemy import select

from sizewise.learn.class_room.membership import Assignment
from sizewise.record import tables
from tests.record.builders import NOON, answer, attempt


def made(journal, title="Year 9", digest="d" * 64, **more):
    return journal.make_class(title, digest, NOON, **more)


def code_of(journal, group):
    return journal.class_code(group.id).code


def joined(journal, group, *learners, at=NOON):
    return [journal.join_class(code_of(journal, group), each, at) for each in learners]


def rows(journal, *names):
    with journal.database.reading() as connection:
        return [
            row
            for name in names
            for row in connection.execute(select(tables.metadata.tables[name]))
        ]


OF_A_CLASS = ("classes", "class_codes", "class_members", "class_teachers", "assignments")


def filled(journal):
    """A class with something in each of its tables, and two learners with answers."""
    group = made(journal)
    joined(journal, group, "ann", "bob")
    journal.remember_teacher(group.id, "teacher", NOON)
    journal.assign(Assignment(group.id, "a-quiz", "exam", date(2026, 12, 4)))
    journal.begin(attempt())
    journal.append(answer())
    return group
