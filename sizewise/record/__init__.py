"""The record door: what learners did, appended and never changed."""

from sizewise.record.journal import Journal, journal_at, open_journal
from sizewise.record.unavailable import RecordUnavailable

__all__ = ["Journal", "RecordUnavailable", "journal_at", "open_journal"]
