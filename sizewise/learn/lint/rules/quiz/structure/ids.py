"""L02: Ids are unique."""

from sizewise.learn.finding import Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, faults_of

RULE = Rule(
    "L02",
    "Ids are unique",
    "Records name items by id, so two items under one id would share one history. "
    "That an id is not used again for a changed key shows in the item's version.",
    sources.STANDARDS,
)


CHECKS: tuple[LintCheck, ...] = (faults_of(RULE),)
