"""Sorting by keywords: no model, no cost, and the score that a model must beat."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case, without the marks around them."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True)
class KeywordRules:
    """Words that speak for each class. `otherwise` is the class of a text without any of them."""

    keywords: Mapping[str, Collection[str]]
    otherwise: str

    def classify(self, text: str) -> str:
        """The class with the most of its words in the text; of equals, the one that comes first."""
        there = words(text)
        hits = {
            label: sum(word in wanted for word in there) for label, wanted in self.keywords.items()
        }
        most = max(hits.values(), default=0)
        return (
            next(label for label, count in hits.items() if count == most)
            if most
            else (self.otherwise)
        )
