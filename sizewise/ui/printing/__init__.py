"""Lessons, worksheets and keys on paper."""
