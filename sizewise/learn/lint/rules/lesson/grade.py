"""T03: at most school grade 8."""

from collections.abc import Iterator

from sizewise.ground.written import number
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson
from sizewise.learn.lint.reading import grade

RULE = Rule(
    "T03",
    "At most school grade 8",
    "Long words and sentences keep readers from the subject. Nobody minds a plain one.",
    sources.GRADE,
)

_HARDEST = 8.5
"""Grade 8, rounded."""


def _plain_words(read: ReadLesson) -> Iterator[Finding]:
    found = grade(read.text)
    if found is not None and found >= _HARDEST:
        why = f"The lesson reads like school grade {number(found, 1)}."
        fix = "Use shorter sentences and shorter words."
        yield read.finding(RULE, HEAD, why, fix)


CHECKS: tuple[LessonCheck, ...] = (_plain_words,)
