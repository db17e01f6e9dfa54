"""The journal: append what a learner did, read it back. Nothing in it is ever changed."""

from datetime import datetime

from sizewise.learn.quiz.attempt import Standing
from sizewise.record.database import Database, default_url
from sizewise.record.facts.answers import Answers, answers_in, hints_in
from sizewise.record.facts.assignments import Assignments
from sizewise.record.facts.attempts import Attempts, standing_row
from sizewise.record.facts.class_report import ClassReport
from sizewise.record.facts.classes import Classes
from sizewise.record.facts.members import Members
from sizewise.record.facts.missions import Missions
from sizewise.record.facts.own import OwnFacts
from sizewise.record.facts.reading import Reading
from sizewise.record.facts.settings import Settings


def open_journal(url: str | None = None) -> "Journal":
    """The journal in a database: SIZEWISE_DATABASE_URL, else a file in the user's data folder.

    Brings an older schema up to date first. Raises RecordUnavailable.
    """
    journal = journal_at(url)
    journal.database.open()
    return journal


def journal_at(url: str | None = None) -> "Journal":
    """The same journal, opened when it is needed. Raises RecordUnavailable for no address."""
    return Journal(Database(url or default_url()))


class Journal(
    Attempts,
    Answers,
    Reading,
    Missions,
    Settings,
    Classes,
    Members,
    Assignments,
    ClassReport,
    OwnFacts,
):
    """What learners did. Every method raises RecordUnavailable when the database refuses."""

    def close(self) -> None:
        """Give back every connection."""
        self.database.close()

    def standing(self, attempt_id: str) -> Standing | None:
        """Where the attempt of that id stands, or none when there is no such attempt."""
        with self.database.reading() as connection:
            found = standing_row(connection, attempt_id)
            if found is None:
                return None
            attempt, position = found
            given = {each.item_id: each for each in answers_in(connection, attempt_id)}
            here = attempt.item_ids[position : position + 1]
            asked = [each for each in here if each not in given]
            hints = sum(hints_in(connection, attempt_id, each) for each in asked)
            return Standing(attempt, given, position, hints=hints)

    def advance(self, attempt_id: str, position: int, at: datetime) -> Standing | None:
        """Note that the learner went on, as `move_on` does, and where the attempt stands then: one
        transaction takes less time than two.
        """
        with self.database.writing():
            self.move_on(attempt_id, position, at)
            return self.standing(attempt_id)
