"""Sorting texts into classes, from rules that cost nothing to a model's calibrated scores."""
