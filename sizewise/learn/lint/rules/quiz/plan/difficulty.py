"""L27: difficulty is given and varies."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck

RULE = Rule(
    "L27",
    "Difficulty is given and varies",
    "Items that are all alike cannot tell beginners from experts.",
    sources.STANDARDS,
)

_FEWEST_FOR_SPREAD = 5


def _difficulty_varies(bank: Bank) -> Iterator[Finding]:
    levels = {seen.item.difficulty for seen in bank.scored}
    if len(bank.scored) >= _FEWEST_FOR_SPREAD and len(levels) == 1:
        why = f"Every item has difficulty {levels.pop()}."
        yield bank.finding(RULE, "W", why, "Add easier and harder items, from 1 to 5.")


CHECKS: tuple[LintCheck, ...] = (_difficulty_varies,)
