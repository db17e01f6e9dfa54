"""The small-model ladder: the same small model, asked better from rung to rung, in numbers."""
