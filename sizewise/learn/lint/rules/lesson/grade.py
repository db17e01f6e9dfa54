"""T03: school grade 6 to 8."""

from collections.abc import Iterator

from sizewise.ground.written import number
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson
from sizewise.learn.lint.reading import grade

RULE = Rule(
    "T03",
    "School grade 6 to 8",
    "Long words and sentences keep readers from the subject; baby talk insults them.",
    sources.GRADE,
)

_EASIEST, _HARDEST = 5.5, 8.5
"""Grades 6 to 8, rounded."""


def _plain_words(read: ReadLesson) -> Iterator[Finding]:
    found = grade(read.text)
    if found is not None and not _EASIEST <= found < _HARDEST:
        why = f"The lesson reads like school grade {number(found, 1)}."
        fix = "Aim at 6 to 8: shorter sentences are easier, joined ones harder."
        yield read.finding(RULE, HEAD, why, fix)


CHECKS: tuple[LessonCheck, ...] = (_plain_words,)
