"""L30: no trivia, few true-or-false items."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain, question

RULE = Rule(
    "L30",
    "No trivia, few true-or-false items",
    "Names and years are looked up, and luck answers half of the true-or-false items.",
    sources.HALADYNA,
)

_TRIVIA = re.compile(
    r"^(?:who|when) (?:was|were|did|made|released|created|invented|founded)\b"
    r"|\b(?:in )?(?:which|what) (?:year|month)\b",
    re.IGNORECASE,
)
_MOST_BOOLEAN = 0.2


def _no_trivia(seen: SeenItem) -> Iterator[Finding]:
    if found := _TRIVIA.search(plain(question(seen.stem))):
        why = f"{found[0]!r} asks for a name or a year that anybody can look up."
        yield seen.finding(RULE, "I", "stem", why, "Ask what follows from it.")


def _few_booleans(bank: Bank) -> Iterator[Finding]:
    two = sum(seen.one_key and len(seen.options) == 2 for seen in bank.scored)
    if two > _MOST_BOOLEAN * len(bank.scored):
        why = f"{two} of {len(bank.scored)} items are true or false."
        fix = "Turn some into single items with the mistakes as distractors."
        yield bank.finding(RULE, "I", why, fix)


CHECKS: tuple[LintCheck, ...] = (
    each_item(_no_trivia),
    _few_booleans,
)
