"""L23: no item answers another."""

import re
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, Check
from sizewise.learn.lint.words import content_words, jaccard, plain

RULE = Rule(
    "L23",
    "No item answers another",
    "A key that stands in another item's stem can be copied.",
    sources.HALADYNA,
)

_ANSWERED_ELSEWHERE = 0.6
_FEWEST_WORDS = 2


def _nothing_given_away(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        for key in seen.keys:
            others = [other for other in bank.items if other is not seen]
            if givers := [each.item.id for each in others if _says(each.stem, key.text)]:
                why = f"The key {key.text!r} can be read in the stem of {shortlist(givers)}."
                fix = "Say it in other words there, or ask about something else here."
                yield seen.finding(RULE, "W", key.place, why, fix)


def _says(stem: str, key: str) -> bool:
    asked = content_words(key)
    if len(asked) < _FEWEST_WORDS:
        return False
    return plain(key).casefold() in plain(stem).casefold() or any(
        jaccard(asked, content_words(each)) >= _ANSWERED_ELSEWHERE for each in _sentences(stem)
    )


def _sentences(stem: str) -> list[str]:
    return re.split(r"(?<=[.!?:])\s+|\n+", stem)


CHECKS: tuple[Check, ...] = (_nothing_given_away,)
