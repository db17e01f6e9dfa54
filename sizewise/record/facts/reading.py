"""Reading: the parts of lessons that learners have read."""

from datetime import datetime

from sizewise.record import tables
from sizewise.record.facts.rows import Family, moment, rows_with


class Reading(Family):
    """Parts of lessons that were read."""

    def read_part(self, learner_id: str, lesson_id: str, anchor: str, at: datetime) -> None:
        """Note that a part of a lesson was read; the first time counts."""
        row = {"learner_id": learner_id, "lesson_id": lesson_id, "anchor": anchor}
        self._note(tables.part_read, row | {"at": moment(at)})

    def parts_read(self, learner_id: str, lesson_id: str) -> frozenset[str]:
        """The anchors of the parts a learner has read."""
        wanted = rows_with(tables.part_read, learner_id=learner_id, lesson_id=lesson_id)
        return frozenset(row.anchor for row in self._rows(wanted))

    def all_parts_read(self, learner_id: str) -> dict[str, frozenset[str]]:
        """The anchors of the parts a learner has read, by lesson."""
        found: dict[str, set[str]] = {}
        for row in self._rows(rows_with(tables.part_read, learner_id=learner_id)):
            found.setdefault(row.lesson_id, set()).add(row.anchor)
        return {lesson: frozenset(anchors) for lesson, anchors in found.items()}

    def reading(self, learner_id: str) -> tuple[tuple[str, datetime], ...]:
        """The lesson of every part that a learner has read, and when, in that order."""
        wanted = rows_with(tables.part_read, learner_id=learner_id)
        rows = self._rows(wanted.order_by(tables.part_read.c.arrival))
        return tuple((row.lesson_id, datetime.fromisoformat(row.at)) for row in rows)

    def last_lesson(self, learner_id: str) -> str | None:
        """The lesson of the part that was read last for the first time, or none."""
        wanted = rows_with(tables.part_read, learner_id=learner_id)
        newest = self._rows(wanted.order_by(tables.part_read.c.arrival.desc()).limit(1))
        return str(newest[0].lesson_id) if newest else None
