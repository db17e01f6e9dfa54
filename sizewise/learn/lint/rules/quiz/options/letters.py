"""L14: no all or none of the above, no letters."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain

RULE = Rule(
    "L14",
    "No all or none of the above, no letters",
    "They reward partial knowledge, and shuffled options have no above and no letter B.",
    sources.HALADYNA,
)

_COLLECTIVE = re.compile(
    r"\b(?:all|none|both|neither|any|some) of (?:the above|the below|these|those|them|the other)"
    r"|\b(?:both|neither) [A-F] (?:and|or|nor) [A-F]\b"
    r"|^\W*(?:only )?[A-F](?:, [A-F])*(?:,? (?:and|or) [A-F])\W*$"
    r"|\bthe above\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?) \(?(?:[A-Fb-f]|[1-6])\)?(?![\w'’-])"
    r"|\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?) (?:\(a\)|a(?=\s*(?:[.,;:!?)]|$)|"
    r" (?:and|or|is|was|has|says|costs|would)\b))"
    r"|\b(?:first|second|third|fourth|last|previous|next|above) (?:option|answer|choice)\b"
    r"|\b(?:option|answer|choice)s? (?:above|below)\b"
)


def _no_letters(seen: SeenItem) -> Iterator[Finding]:
    for place, text in _all_texts(seen):
        chosen = _COLLECTIVE.search(text) if place.endswith("]") else None
        if found := chosen or _POINTING.search(text):
            why = f"{found[0]!r} refers to other options, and the app shuffles them."
            fix = "Say what is meant; to ask for several, make the type multiple."
            yield seen.finding(RULE, "E", place, why, fix)


def _all_texts(seen: SeenItem) -> Iterator[tuple[str, str]]:
    yield "stem", plain(seen.stem)
    for option in seen.options:
        yield option.place, option.text
        yield f"{option.place}.matches", option.matches or ""
        yield f"{option.place}.feedback", plain(option.feedback or "")
    yield "explanation", plain(seen.explanation)
    for number, hint in enumerate(seen.item.hints):
        yield f"hints[{number}]", plain(hint)


def number(text: str) -> Decimal:
    """The number in a text that is a number alone: `$1,200.50` is 1200.50, `94%` is 94."""
    return Decimal(re.sub(r"[^\d.-]", "", plain(text).replace("−", "-")))


CHECKS: tuple[LintCheck, ...] = (each_item(_no_letters),)
