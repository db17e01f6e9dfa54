"""What it costs to train a model on examples of one's own, and to call it afterwards."""

from typing import Literal

from sizewise.sizing.catalogue.price import Rate, TokenRates
from sizewise.sizing.catalogue.source import Source


class Training(TokenRates):
    """What fine-tuning costs: the training itself, and the calls of the trained model."""

    training: Rate
    """US dollars for what `per` names; examples that are read three times are paid three times."""
    per: Literal["million-tokens", "hour"] = "million-tokens"
    """What the training is paid by: a million tokens of examples, or an hour."""
    note: str | None = None
    """Who may train, and until when, as a sentence; none when it is open to all."""
    source: Source
    """Where the prices stand."""
