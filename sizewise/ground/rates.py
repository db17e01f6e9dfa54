"""The names of a price's rates and of a model's limits, as lessons and quizzes ask for them.

The catalogue has a field for each; a test holds the two against each other.
"""

from typing import Literal

RateName = Literal[
    "input",
    "cached_input",
    "cache_write",
    "output",
    "batch_input",
    "batch_cached_input",
    "batch_output",
]
"""Which rate of a model, in US dollars per million tokens."""

LimitName = Literal["context_window", "max_output"]
"""Which limit of a model, in tokens."""
