"""What a learner gave to an item, and what it was worth, option by option."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self

Certainty = Literal["sure", "think", "guess"]
"""sure, I think so, or a guess: what a learner says before the check, who cares to."""


@dataclass(frozen=True)
class Response:
    """What a learner gave: the ids of the picked options, the number as typed, or the matches."""

    picked: tuple[str, ...] = ()
    """In the learner's order, where the order is what was asked."""
    number: str | None = None
    matched: tuple[tuple[str, str], ...] = ()
    """The id of an option that belongs to something, and of the option chosen for that."""

    def to_json(self) -> str:
        """The response as one line of JSON, for the record."""
        given = {"picked": self.picked, "number": self.number}
        return json.dumps({**given, "matched": self.matched} if self.matched else given)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The response that `to_json` wrote."""
        fields = json.loads(text)
        matched = tuple((pair, option) for pair, option in fields.get("matched", ()))
        return cls(picked=tuple(fields["picked"]), number=fields["number"], matched=matched)


@dataclass(frozen=True)
class OptionLine:
    """One option's part in the score."""

    option_id: str
    picked: bool
    """Whether it was picked; where options have places, whether it was put in its own."""
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
