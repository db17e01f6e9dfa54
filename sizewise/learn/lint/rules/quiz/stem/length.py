"""L16: the stem is a question of readable length."""

import re
from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain

RULE = Rule(
    "L16",
    "The stem is a question of readable length",
    "The stem should hold the whole problem, and no more than the problem.",
    sources.HALADYNA,
)

_SHORTEST, _LONGEST = 15, 90
_ASKS = re.compile(r"[?:]|_{2,}|\.{3}|…")


def _asks(seen: SeenItem) -> Iterator[Finding]:
    text = plain(seen.stem)
    if not _ASKS.search(seen.stem):
        fix = "End with a question, a colon, or show the gap as ____."
        yield seen.finding(RULE, "W", "stem", "The stem has no question mark, gap or colon.", fix)
    if len(text) < _SHORTEST:
        why = f"The stem has {number_of(len(text), 'character')}, fewer than {_SHORTEST}."
        yield seen.finding(RULE, "W", "stem", why, "Ask a whole question.")
    if (length := len(text.split())) > _LONGEST:
        why = f"The stem has {length} words, more than {_LONGEST}."
        yield seen.finding(RULE, "W", "stem", why, "Keep what is needed to answer.")


CHECKS: tuple[LintCheck, ...] = (each_item(_asks),)
