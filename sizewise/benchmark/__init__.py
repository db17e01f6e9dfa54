"""Measuring models: plans, trials, and what follows from them. Told the time, seed and price."""
