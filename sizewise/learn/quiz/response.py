"""What a learner gave to an item, and what it was worth, option by option."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Self


@dataclass(frozen=True)
class Response:
    """What a learner gave: the ids of the picked options, or the number as typed."""

    picked: tuple[str, ...] = ()
    number: str | None = None

    def to_json(self) -> str:
        """The response as one line of JSON, for the record."""
        return json.dumps({"picked": self.picked, "number": self.number})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The response that `to_json` wrote."""
        fields = json.loads(text)
        return cls(picked=tuple(fields["picked"]), number=fields["number"])


@dataclass(frozen=True)
class OptionLine:
    """One option's part in the score."""

    option_id: str
    picked: bool
    key: bool
    points: Decimal
    """What it added, or took away; the sum is the score, but never below 0."""


@dataclass(frozen=True)
class Score:
    """What a response is worth, and why."""

    value: Decimal
    """From 0 to 1."""
    right: bool
    """Whether it is worth the whole point."""
    lines: tuple[OptionLine, ...]
    """Option by option, in the order shown; empty for a typed number."""
    misconceptions: tuple[str, ...]
    """The named mistakes behind the response, each once."""
    feedback: str | None
    """The reason that belongs to the one picked option or the typed number, if any."""
