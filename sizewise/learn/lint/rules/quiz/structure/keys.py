"""L03: the number of keys fits the type."""

from sizewise.learn.finding import Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, faults_of

RULE = Rule(
    "L03",
    "The number of keys fits the type",
    "Scoring needs exactly one key for a single choice, and at least two keys and two "
    "distractors where several may be picked.",
    sources.HALADYNA,
)


CHECKS: tuple[LintCheck, ...] = (faults_of(RULE),)
