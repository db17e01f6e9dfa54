"""Choosing and budgeting: models, prices, tokens, usage and cost.

Knows no file format, no clock, no screen.
"""
