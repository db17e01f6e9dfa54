"""The record door: what learners did, appended and never changed."""

from sizewise.record.database import RecordUnavailable
from sizewise.record.journal import Journal, open_journal

__all__ = ["Journal", "RecordUnavailable", "open_journal"]
