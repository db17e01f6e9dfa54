"""Missions that learners have solved."""

from datetime import datetime

from sizewise.record import tables
from sizewise.record.facts.rows import Family, moment, rows_with


class Missions(Family):
    """Missions of the lab that were solved."""

    def solve_mission(self, learner_id: str, mission_id: str, at: datetime) -> None:
        """Note that a mission was solved; the first time counts."""
        row = {"learner_id": learner_id, "mission_id": mission_id, "at": moment(at)}
        self._note(tables.mission_solved, row)

    def missions_solved(self, learner_id: str) -> frozenset[str]:
        """The ids of the missions a learner has solved."""
        wanted = rows_with(tables.mission_solved, learner_id=learner_id)
        return frozenset(row.mission_id for row in self._rows(wanted))
