"""The record door: what learners did, appended and never changed."""

from sizewise.record.journal import Journal, open_journal
from sizewise.record.unavailable import RecordUnavailable

__all__ = ["Journal", "RecordUnavailable", "open_journal"]
