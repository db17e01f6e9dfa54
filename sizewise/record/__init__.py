"""The record door: what learners did, appended and never changed."""
