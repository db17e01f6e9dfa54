"""Assignments: which quizzes a class is asked to take, and until when."""

from datetime import date
from typing import Any

from sqlalchemy import Row, delete

from sizewise.learn.class_room.membership import Assignment
from sizewise.record import tables
from sizewise.record.facts.rows import Family, once, rows_with


class Assignments(Family):
    """What is due in classes."""

    def assign(self, assignment: Assignment) -> None:
        """Ask a class to take a quiz; another day for the same takes the place of the first."""
        row = {**vars(assignment), "due_on": assignment.due_on.isoformat()}
        with self.database.writing() as connection:
            connection.execute(_of(assignment))
            once(connection, tables.assignments, row)

    def unassign(self, assignment: Assignment) -> None:
        """Take an assignment back; what was answered for it stays."""
        with self.database.writing() as connection:
            connection.execute(_of(assignment))

    def assignments(self, class_id: str) -> tuple[Assignment, ...]:
        """What a class is asked to do, what is due first before the rest."""
        wanted = rows_with(tables.assignments, class_id=class_id)
        due = tables.assignments.c
        return tuple(map(_assignment, self._rows(wanted.order_by(due.due_on, due.lesson))))


def _of(assignment: Assignment) -> Any:
    its, table = tables.assignments.c, tables.assignments
    return delete(table).where(
        its.class_id == assignment.class_id,
        its.lesson == assignment.lesson,
        its.mode == assignment.mode,
    )


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(row.class_id, row.lesson, row.mode, date.fromisoformat(row.due_on))
