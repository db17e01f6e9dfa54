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
        return frozenset(self.solving(learner_id))

    def solving(self, learner_id: str) -> dict[str, datetime]:
        """When a learner has solved each mission, by its id, in that order."""
        wanted = rows_with(tables.mission_solved, learner_id=learner_id)
        rows = self._rows(wanted.order_by(tables.mission_solved.c.at))
        return {row.mission_id: datetime.fromisoformat(row.at) for row in rows}
