"""L26: the bank follows a plan."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck

RULE = Rule(
    "L26",
    "The bank follows a plan",
    "One item cannot measure a skill, and remembering is not the aim.",
    sources.BLOOM,
)

_PER_SKILL = 2
_MOST_REMEMBERED = 0.4


def _skills_covered(bank: Bank) -> Iterator[Finding]:
    for skill, times in Counter(seen.item.skill for seen in bank.scored).items():
        if times < _PER_SKILL:
            why = f"The skill {skill} has one item."
            yield bank.finding(RULE, "W", why, f"Write at least {_PER_SKILL} items for it.")


def _thinking_asked(bank: Bank) -> Iterator[Finding]:
    recall = [seen.item.id for seen in bank.scored if seen.item.bloom == "remember"]
    if bank.scored and len(recall) / len(bank.scored) > _MOST_REMEMBERED:
        why = f"{len(recall)} of {len(bank.scored)} items ask to remember only."
        fix = f"Turn some of {shortlist(recall)} into a case to decide."
        yield bank.finding(RULE, "W", why, fix)


CHECKS: tuple[LintCheck, ...] = (
    _skills_covered,
    _thinking_asked,
)
