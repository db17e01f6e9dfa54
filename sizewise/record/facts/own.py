"""All that the record holds of one learner: read back, added from elsewhere, or deleted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select

from sizewise.record import tables
from sizewise.record.facts.rows import Family, all_once

OwnRows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows as the record keeps them, by table."""
WHO = ("machine", "browser", "resume_code", "class_members", "class_teachers")
"""Tables that say which browser or code leads to a learner, or who is in a class of this server,
and nothing of what was done.
"""


class OwnFacts(Family):
    """A learner's own rows. A table that names a learner or an attempt is found by itself."""

    def everything(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        """Every row of a learner in every table that has one, in the order they came."""
        with self.database.reading() as connection:
            found = {
                table.name: [
                    dict(row._mapping)
                    for row in connection.execute(
                        select(table).where(whose).order_by(*_order(table))
                    )
                ]
                for table, whose in _of(learner_id)
            }
        return {name: rows for name, rows in found.items() if rows}

    def account_rows(self, teacher_digest: str) -> list[dict[str, Any]]:
        """The rows that hold the fingerprint of a teacher's account: of the classes it opens."""
        its = select(tables.classes).where(tables.classes.c.teacher_digest == teacher_digest)
        in_order = its.order_by(tables.classes.c.created_at)
        return [dict(row._mapping) for row in self._rows(in_order)]

    def delete_everything(self, learner_id: str) -> None:
        """Delete every row of a learner, and which browsers and codes lead to it: all or nothing.

        What is deleted is overwritten, in the file and in the log beside it.
        """
        with self.database.erasing() as connection:
            for table, whose in reversed(list(_of(learner_id))):
                connection.execute(delete(table).where(whose))

    def add(self, facts: OwnRows) -> None:
        """Add rows, unless their keys are there already: all of them, or none."""
        with self.database.writing() as connection:
            for table in tables.metadata.sorted_tables:
                if rows := facts.get(table.name):
                    all_once(connection, table, rows)


def _of(learner_id: str) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Every table that may hold a learner's rows, and which of them; others are needed first."""
    own = select(tables.attempt.c.id).where(tables.attempt.c.learner_id == learner_id)
    for table in tables.metadata.sorted_tables:
        if "learner_id" in table.c:
            yield table, table.c.learner_id == learner_id
        elif "attempt_id" in table.c:
            yield table, table.c.attempt_id.in_(own)


def _order(table: Table) -> list[ColumnElement[Any]]:
    return [table.c.arrival] if "arrival" in table.c else list(table.primary_key)
