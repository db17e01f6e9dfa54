"""L32: a sentence of the stem holds one thought."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain

RULE = Rule(
    "L32",
    "A sentence of the stem holds one thought",
    "Three clauses inside each other must be taken apart before the question can be understood.",
    sources.PLAIN,
)

_MOST = 2
_SENTENCE = re.compile(r"(?<=[.!?:])[”\"']?\s+")
_OPENS = re.compile(
    r"\b(?:who|whose|whom|which|that(?= \w+s?\b)|because|although|though|since|while|whereas"
    r"|unless|if|when|whenever|where|so that)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:and |but )?(?:in |on |at |for |by |from |to |of )?\w+\b", re.IGNORECASE)
"""The word that a question begins with opens no clause."""


def _one_thought(seen: SeenItem) -> Iterator[Finding]:
    for sentence in _SENTENCE.split(plain(seen.stem)):
        opened = _OPENS.findall(_ASKS.sub("", sentence))
        if len(opened) > _MOST:
            why = f"A sentence joins {len(opened) + 1} clauses, by {', '.join(opened)}."
            yield seen.finding(RULE, "W", "stem", why, "Make two sentences of it.")


CHECKS: tuple[LintCheck, ...] = (each_item(_one_thought),)
