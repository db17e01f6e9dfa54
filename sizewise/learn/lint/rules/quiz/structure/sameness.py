"""L05: options differ."""

from collections.abc import Iterator
from itertools import combinations

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import folded, jaccard
from sizewise.learn.quiz.kinds import faults

RULE = Rule(
    "L05",
    "Options differ",
    "Of two options that say the same, neither can be the key, so both can be crossed out.",
    sources.HALADYNA,
)

_ALIKE = 0.8


def _options_differ(seen: SeenItem) -> Iterator[Finding]:
    told = {fault.place for fault in faults(seen.item)}
    for one, other in combinations(seen.options, 2):
        if other.place in told:
            continue
        if folded(one.text) == folded(other.text):
            why = f"Options {one.id} and {other.id} say the same: {other.text!r}."
            yield seen.finding(RULE, "E", other.place, why, "Change or remove one of them.")
        elif _nearly_same(one, other):
            why = f"Options {one.id} and {other.id} share almost all words."
            fix = "Move what they share into the stem, so that the difference shows."
            yield seen.finding(RULE, "W", other.place, why, fix)


def _nearly_same(one: SeenOption, other: SeenOption) -> bool:
    mine, theirs = _tokens(one.text), _tokens(other.text)
    return min(len(mine), len(theirs)) > 2 and jaccard(mine, theirs) >= _ALIKE


def _tokens(text: str) -> frozenset[str]:
    return frozenset(folded(text).split())


CHECKS: tuple[LintCheck, ...] = (each_item(_options_differ),)
