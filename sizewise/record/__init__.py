"""The record door: what learners did, appended and never changed."""

from sizewise.record.database import folder_beside
from sizewise.record.facts.members import CannotJoin
from sizewise.record.journal import Journal, journal_at, open_journal
from sizewise.record.unavailable import RecordUnavailable

__all__ = [
    "CannotJoin",
    "Journal",
    "RecordUnavailable",
    "folder_beside",
    "journal_at",
    "open_journal",
]
