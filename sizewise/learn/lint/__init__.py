"""The rules of good quizzes at work; `lessons` is the same for lessons."""

from collections.abc import Mapping, Sequence
from datetime import date

from sizewise.learn.finding import Allowed, Finding, Level, Rule
from sizewise.learn.lesson.course import Course, Word
from sizewise.learn.lint.bank import Bank, LintCheck, read_bank
from sizewise.learn.lint.found import rules_in
from sizewise.learn.lint.rules import quiz as quiz_rules
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.template import Facts

__all__ = ["NEVER_ALLOWED", "RULES", "Finding", "Level", "Rule", "lint", "lint_bank"]

NEVER_ALLOWED = frozenset({"L01", "L02", "L03"})
"""Rules without which an item cannot be recorded or scored; no reason excuses them."""

_FOUND = rules_in(quiz_rules)
_CHECKS: tuple[LintCheck, ...] = _FOUND.checks

RULES: Mapping[str, Rule] = _FOUND.by_name
"""What is asked of a quiz, by the rule's name."""


def lint(
    quiz: Quiz,
    *,
    course: Course,
    glossary: Sequence[Word],
    facts: Facts,
    today: date,
    allowed: Allowed = {},  # noqa: B006  # read only
) -> list[Finding]:
    """Everything the rules have against a quiz that stands alone."""
    return lint_bank(read_bank(quiz, course, glossary, facts, today), allowed)


def lint_bank(
    bank: Bank,
    allowed: Allowed = {},  # noqa: B006  # read only
) -> list[Finding]:
    """Everything the rules have against a bank, item by item and then for the whole bank.

    A finding whose rule is allowed for its item, or for the whole bank, with a reason is left out,
    and so is any about a bank whose items are not all there.
    """
    found = [
        each
        for check in _CHECKS
        for each in check(bank)
        if not _excused(each, allowed) and (bank.whole or each.place != "bank")
    ]
    places = {item.id: place for place, item in enumerate(bank.quiz.items)}
    return sorted(found, key=lambda each: (places.get(each.item_id or "", len(places)), each.rule))


def _excused(finding: Finding, allowed: Allowed) -> bool:
    reasons = (allowed.get(owner, {}).get(finding.rule) for owner in (finding.item_id or "", ""))
    return finding.rule not in NEVER_ALLOWED and any(r and r.strip() for r in reasons)
