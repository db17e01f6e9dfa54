"""L23: no item answers another."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem
from sizewise.learn.lint.words import content_words, jaccard, plain
from sizewise.learn.quiz.excluding import rivals

RULE = Rule(
    "L23",
    "No item answers another",
    "A key that stands in another item's stem, or in what it explains, can be copied.",
    sources.HALADYNA,
)

_ANSWERED_ELSEWHERE = 0.6
_FEWEST_WORDS = 2
_MORE_THAN_A_TERM = 3
"""Words of a key: explanations must be free to name the terms of the subject."""


def _nothing_given_away(bank: Bank) -> Iterator[Finding]:
    excluded = rivals(seen.item for seen in bank.items)
    for seen in bank.items:
        apart = excluded.get(seen.item.id, ())
        others = [each for each in bank.items if each is not seen and each.item.id not in apart]
        for key in seen.keys:
            if givers := [each.item.id for each in others if _gives_away(each, key.text)]:
                why = f"The key {key.text!r} can be read in {shortlist(givers)}."
                fix = "Say it in other words there, or name it here under `excludes`."
                yield seen.finding(RULE, "W", key.place, why, fix)


def _gives_away(seen: SeenItem, key: str) -> bool:
    """Whether the key can be read in its stem, or in what it explains after the check."""
    return _says(seen.stem, key, _FEWEST_WORDS) or _says(seen.explanation, key, _MORE_THAN_A_TERM)


def _says(text: str, key: str, fewest: int) -> bool:
    asked = content_words(key)
    if len(asked) < fewest:
        return False
    return plain(key).casefold() in plain(text).casefold() or any(
        jaccard(asked, each) >= _ANSWERED_ELSEWHERE for each in _sentences(text)
    )


@lru_cache(maxsize=1_000)  # each text of a bank is held against every key
def _sentences(text: str) -> tuple[frozenset[str], ...]:
    """What each sentence speaks of."""
    return tuple(map(content_words, re.split(r"(?<=[.!?:])\s+|\n+", text)))


CHECKS: tuple[LintCheck, ...] = (_nothing_given_away,)
