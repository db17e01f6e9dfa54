"""What lint has to say: a rule, and one place where a bank breaks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["E", "W", "I"]
"""E must be mended before learners meet the item, W should be, I is worth a thought."""

Allowed = Mapping[str, Mapping[str, str]]
"""Item id -> rule -> reason; the item id "" stands for the whole bank and each of its items."""


@dataclass(frozen=True)
class Rule:
    """A rule of good questions or of good lessons."""

    name: str
    """`L12` is one of quizzes, `T04` one of lessons."""
    title: str
    """What it asks for, in a few words."""
    reason: str
    """Why, in one sentence."""
    source: str
    """Who found it out."""


@dataclass(frozen=True)
class Finding:
    """A place in a bank that breaks a rule."""

    rule: str
    """The rule's name."""
    level: Level
    """How much it matters here."""
    item_id: str | None
    """The item, or none when the whole bank is meant."""
    place: str
    """Where in the item: `stem`, `options[b].text`, `examples[0]`; or `bank`."""
    why: str
    """What is wrong, in one sentence."""
    fix: str
    """What to write instead, in one sentence."""

    def __str__(self) -> str:
        """One line for a terminal."""
        owner = self.item_id or "bank"
        return f"{self.rule} {self.level} {owner}: {self.place}: {self.why} {self.fix}"
