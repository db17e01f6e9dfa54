"""Settings: how learners like to read."""

from collections.abc import Mapping
from datetime import datetime

from sizewise.record import tables
from sizewise.record.facts.rows import Family, moment, once, rows_with


class Settings(Family):
    """Settings that were changed; the newest value holds."""

    def change_setting(self, learner_id: str, name: str, value: str, at: datetime) -> None:
        """Note that a learner wants a setting to have that value from now on."""
        self.change_settings(learner_id, {name: value}, at)

    def change_settings(self, learner_id: str, values: Mapping[str, str], at: datetime) -> None:
        """Note several changes at once: all of them, or none."""
        with self.database.writing() as connection:
            for name, value in values.items():
                row = {"learner_id": learner_id, "name": name, "value": value, "at": moment(at)}
                once(connection, tables.setting, row)

    def settings(self, learner_id: str) -> dict[str, str]:
        """The newest value of each setting that a learner has ever changed."""
        wanted = rows_with(tables.setting, learner_id=learner_id).order_by(tables.setting.c.arrival)
        return {row.name: row.value for row in self._rows(wanted)}
